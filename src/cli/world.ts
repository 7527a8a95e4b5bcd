/** What the shell needs of the outside, handed in: the program never reaches for it. */

export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): boolean;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  /** Once a full pipe has room again; absent where writes are never held up. */
  once?(event: 'drain', listener: () => void): unknown;
}

/** The part of a worker of `node:worker_threads` that the program uses. */
export interface WorkerThread {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

/** The part of `process` that the program uses. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  cwd(): string;
  exitCode?: number | string | null | undefined;
  /** Starts another thread at the program's worker; absent where there is none, and all is done in this one. */
  startWorker?(job: unknown): WorkerThread;
  /** Told when far more is ahead than a start; absent where that changes nothing. */
  expectLongRun?(): void;
  /** Calls back on Ctrl-C instead of ending at once; gives back how to stop that. Absent where nothing interrupts. */
  onInterrupt?(listener: () => void): () => void;
}
