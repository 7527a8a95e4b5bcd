/** Writes what a command found: to files that appear whole or not at all, then to standard output. */
import type { RenderOptions } from '../report/index.ts';
import type { OutputFile } from './output.ts';
import type { Output } from './outputs.ts';
import type { World } from './world.ts';

type Formats<Format extends string, Found> = Readonly<
  Record<Format, () => Promise<(found: Found, options: RenderOptions) => string>>
>;

/**
 * @param shown the format of what is printed; undefined prints nothing.
 * Errors  InputError when a file cannot be written: then none is, and nothing is printed.
 */
export async function writeResults<Format extends string, Found>(
  world: World,
  found: Found,
  {
    formats,
    outputs,
    shown,
    drawn,
    besides = [],
  }: {
    readonly formats: Formats<Format, Found>;
    readonly outputs: readonly Output<Format>[];
    readonly shown: Format | undefined;
    readonly drawn: RenderOptions;
    /** Files that are no format of what was found. */
    readonly besides?: readonly OutputFile[];
  },
): Promise<void> {
  const files: OutputFile[] = [...besides];
  for (const { file, format } of outputs) {
    const render = await formats[format]();
    files.push({ file, text: render(found, { ...drawn, colour: false }) });
  }
  const printed = shown && (await formats[shown]())(found, drawn);
  if (files.length > 0) {
    const { writeWhole } = await import('./output.ts');
    writeWhole(world, files);
  }
  if (printed !== undefined) world.stdout.write(printed);
}
