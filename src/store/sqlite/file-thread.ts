import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A thread that works on the file by itself. */
export interface FileThread {
  readonly thread: Worker;
  /** Resolves when it is no more, for whatever reason. */
  readonly ended: Promise<void>;
}

/**
 * Starts a thread on a script, which is not compiled, so that it is the same from sources and when
 * built. Its `workerData` has `driver`, by which better-sqlite3 is required, and what it is given.
 */
export function fileThread(script: string, given: { readonly file: string }): FileThread {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const thread = new Worker(script, { eval: true, workerData: { driver, ...given } });
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      resolve();
    });
  });
  return { thread, ended };
}
