/** The WebAssembly of the draws: src/engine/rows.as.ts to a module that carries its bytes. */
import asc from 'assemblyscript/asc';

/**
 * Source text of src/engine/rows-wasm.ts.
 * Errors  Error with what the compiler says.
 */
export async function compileRows(source: string): Promise<string> {
  let bytes: Uint8Array | undefined;
  const options = ['-O3s', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];
  const { error, stderr } = await asc.main(['rows.as.ts', ...options, '--outFile', 'rows.wasm'], {
    readFile: (name) => (name === 'rows.as.ts' ? source : null),
    writeFile: (name, contents) => {
      if (name === 'rows.wasm' && typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`src/engine/rows.as.ts does not compile:\n${stderr.toString()}`);
  const text = Buffer.from(bytes).toString('base64');
  return `/** Made by the build from rows.as.ts: the bytes of a WebAssembly module, in base 64. */\nexport const rowsWasm =\n  '${text}';\n`;
}
