/** The bundles of the command line: one each for what starts hundreds of times a day in CI, one for all the rest. */

/** Commands with a bundle of their own, without what the other commands load (src/build/bundle.ts says what that is). */
export const ownBundles = ['assess', 'check', 'advise'] as const;
export type OwnBundle = (typeof ownBundles)[number];

/** Every bundle, by name of its file. */
export type BundleName = OwnBundle | 'cli';

export function bundleFor(command: string | undefined): BundleName {
  return ownBundles.find((each) => each === command) ?? 'cli';
}
