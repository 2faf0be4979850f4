import { statSync } from 'node:fs';

import { CHECKPOINT_BYTES_MIN, CHECKPOINT_EVERY_MILLISECONDS } from '../../limits/store.js';
import { type FileThread, fileThread } from './file-thread.js';

/** Takes what is committed from the write-ahead log into the file, beside who commits. */
export interface Checkpointer {
  /** Something was committed. */
  committed(): void;
  close(): Promise<void>;
}

/**
 * PASSIVE waits for nobody and lets nobody wait. What fails is left to the connection that writes,
 * which does the same in the end (wal_autocheckpoint).
 */
const SCRIPT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require(workerData.driver);
  const database = new Database(workerData.file, { timeout: 0 });
  database.pragma('synchronous = FULL');
  parentPort.on('message', (wanted) => {
    if (wanted === 'close') {
      database.close();
      parentPort.close();
      return;
    }
    try {
      database.pragma('wal_checkpoint(PASSIVE)');
    } catch {}
    parentPort.postMessage('done');
  });
`;

/**
 * On a thread of its own, a little at a time while something is written: done by who commits, all
 * at once when the log is long, it kept every request waiting for the disk.
 */
export function checkpointer(file: string): Checkpointer {
  let timer: NodeJS.Timeout | null = null;
  let worker: FileThread | null = null;
  let isBusy = false;

  const start = (): FileThread => {
    const started = fileThread(SCRIPT, { file });
    const { thread } = started;
    thread.unref();
    thread.on('message', () => {
      isBusy = false;
    });
    // It stays busy then and is asked no more: whoever commits does its work.
    thread.on('error', () => undefined);
    return started;
  };
  const work = (): void => {
    timer = null;
    if (isBusy || logBytes(file) < CHECKPOINT_BYTES_MIN) return;
    worker ??= start();
    isBusy = true;
    worker.thread.postMessage('checkpoint');
  };
  return {
    committed: () => {
      timer ??= setTimeout(work, CHECKPOINT_EVERY_MILLISECONDS).unref();
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      if (worker === null) return;
      worker.thread.ref();
      worker.thread.postMessage('close');
      await worker.ended;
    },
  };
}

/** None where a failing disk does not say. */
function logBytes(file: string): number {
  try {
    return statSync(`${file}-wal`).size;
  } catch {
    return 0;
  }
}
