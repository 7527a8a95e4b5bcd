/** The WebAssembly of the draws: the files of src/engine/*.as.ts to one module that carries their bytes. */
import asc from 'assemblyscript/asc';

/** Names what JavaScript calls. */
const entry = 'exports.as.ts';

/**
 * Source text of src/engine/rows-wasm.ts.
 * @param sources AssemblyScript by the name of its file.
 * Errors  Error with what the compiler says.
 */
export async function compileRows(sources: ReadonlyMap<string, string>): Promise<string> {
  let bytes: Uint8Array | undefined;
  const options = ['-O3s', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--outFile', 'rows.wasm'];
  const { error, stderr } = await asc.main([entry, ...options], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (name, contents) => {
      if (name === 'rows.wasm' && typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`src/engine/*.as.ts do not compile:\n${stderr.toString()}`);
  const text = Buffer.from(bytes).toString('base64');
  return `/** Made by the build from *.as.ts: the bytes of a WebAssembly module, in base 64. */\nexport const rowsWasm: string =\n  '${text}';\n`;
}
