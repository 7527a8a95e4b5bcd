/** Reads a table from disk, a piece at a time. */
import { Buffer, isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import { InputError, problem } from '../errors.ts';
import type { TableSource } from '../scenario/table/rows.ts';
import type { OpenTable } from './files.ts';
import { reasonOf } from './output.ts';

/** Large enough that little is carried over from one piece to the next, small enough that memory stays flat. */
const pieceBytes = 65_536;

/** Errors  InputError when the file breaks off, or is not UTF-8. The file is closed with its last piece. */
export function tableSource({ handle, file }: OpenTable): TableSource {
  const hash = createHash('sha256');
  function* pieces(): Generator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let isWhole = true;
    const buffer = new Uint8Array(pieceBytes);
    const notText = (reason: string) => new InputError([problem('not-text', { file, reason })]);
    try {
      for (;;) {
        const length = readSync(handle, buffer);
        const bytes = buffer.subarray(0, length);
        if (bytes.includes(0)) throw notText('it holds a NUL byte');
        hash.update(bytes);
        let text: string;
        // What is plain in both is read five times as fast; a letter may run over from the piece before.
        if (length > 0 && isWhole && isAscii(bytes)) text = Buffer.from(buffer.buffer, 0, length).toString('latin1');
        else {
          try {
            text = decoder.decode(bytes, { stream: length > 0 });
          } catch {
            throw notText('some bytes are not UTF-8');
          }
        }
        isWhole = (bytes.at(-1) ?? 0) < 0x80;
        if (text !== '') yield text;
        if (length === 0) return;
      }
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError([problem('unreadable-file', { file, reason: reasonOf(error) })]);
    } finally {
      closeSync(handle);
    }
  }
  return { pieces: pieces(), sha256: () => hash.digest('hex') };
}
