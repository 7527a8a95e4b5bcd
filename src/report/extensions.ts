/** Formats of output files by their extensions. */

/** Gives the format of a file; undefined when no format writes such files. */
export function formatByExtension<Format extends string>(
  extensions: Readonly<Record<string, Format>>,
): (file: string) => Format | undefined {
  return (file) => {
    const extension = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
    return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  };
}
