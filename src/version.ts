import manifest from '../package.json' with { type: 'json' };

/** Version of the program. */
export const version: string = manifest.version;

/** Where a bug is reported. */
export const bugs: string = manifest.bugs.url;
