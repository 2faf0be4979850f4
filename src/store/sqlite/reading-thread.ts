import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

import { READS_ASIDE_WAITING_MAX, STATEMENT_CACHE_MAX } from '../../limits/store.js';
import { overloaded } from '../errors.js';
import { type FileThread, fileThread } from './file-thread.js';
import { named } from './rows.js';

/** Reads a file on a thread of its own, so that who judges comments waits for no list. */
export interface ReadingThread extends DatabaseConnection {
  /** Resolves when what was asked is answered and the file is closed. */
  close(): Promise<void>;
}

/** Kilobytes of the file that the thread keeps at hand. */
const CACHE_KILOBYTES = 32_768;

/**
 * Rows go as one text: to take thousands of small values one by one would cost the other side as
 * much as to read them.
 */
const SCRIPT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require(workerData.driver);
  let database = null;
  const opened = () => {
    const fresh = new Database(workerData.file, { readonly: true });
    fresh.pragma('cache_size = -' + workerData.kilobytes);
    return fresh;
  };
  const known = new Map();
  const prepared = (sql) => {
    database ??= opened();
    const before = known.get(sql);
    const statement = before ?? database.prepare(sql).raw(true);
    known.delete(sql);
    known.set(sql, statement);
    if (known.size > workerData.statements) known.delete(known.keys().next().value);
    return statement;
  };
  const read = (sql, values) => {
    const statement = prepared(sql);
    const rows = statement.all(...values);
    return { names: statement.columns().map(({ name }) => name), rows: JSON.stringify(rows) };
  };
  parentPort.on('message', ({ id, sql, values }) => {
    if (id === null) {
      database?.close();
      parentPort.close();
      return;
    }
    try {
      parentPort.postMessage({ id, ...read(sql, values) });
    } catch ({ message, code }) {
      parentPort.postMessage({ id, fault: { message, code } });
    }
  });
`;

type Answer = { readonly id: number } & (
  | { readonly fault: { readonly message: string; readonly code?: string } }
  | { readonly names: readonly string[]; readonly rows: string }
);

interface Waiting {
  resolve(rows: unknown[]): void;
  reject(fault: unknown): void;
}

/** A thread, and what it was asked and has not answered. */
interface Running extends FileThread {
  readonly waiting: Map<number, Waiting>;
}

/**
 * The thread starts with the first query. One that ends by itself, as where memory is short, fails
 * what it was asked, and the next query starts another.
 */
export function readingThread(file: string): ReadingThread {
  let running: Running | null = null;
  let asked = 0;
  const start = (): Running => {
    const fresh = started(file);
    void fresh.ended.then(() => {
      if (running === fresh) running = null;
    });
    return fresh;
  };
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      running ??= start();
      const { thread, waiting } = running;
      if (waiting.size >= READS_ASIDE_WAITING_MAX) throw overloaded();
      asked += 1;
      const id = asked;
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        // While somebody waits the process does not end.
        thread.ref();
        thread.postMessage({ id, sql, values: parameters });
      });
      return { rows: rows as R[] };
    },
    streamQuery: () => {
      throw new Error('the store reads in pages; it does not stream');
    },
    close: async () => {
      if (running === null) return;
      const { thread, ended } = running;
      thread.ref();
      thread.postMessage({ id: null });
      await ended;
    },
  };
}

function started(file: string): Running {
  const given = { file, kilobytes: CACHE_KILOBYTES, statements: STATEMENT_CACHE_MAX };
  const { thread, ended } = fileThread(SCRIPT, given);
  const waiting = new Map<number, Waiting>();
  const failAll = (fault: unknown): void => {
    for (const each of waiting.values()) each.reject(fault);
    waiting.clear();
  };
  thread.on('message', (answer: Answer) => {
    const who = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) thread.unref();
    if ('fault' in answer) who?.reject(faultOf(answer.fault));
    else who?.resolve(rowsOf(answer));
  });
  thread.on('error', failAll);
  void ended.then(() => {
    failAll(new Error('the thread that reads has ended'));
  });
  return { thread, waiting, ended };
}

/** With the code by which faults of the storage are told from others. */
function faultOf({ message, code }: { readonly message: string; readonly code?: string }): Error {
  return Object.assign(new Error(message), code !== undefined && { code });
}

function rowsOf({ names, rows }: { readonly names: readonly string[]; readonly rows: string }) {
  return (JSON.parse(rows) as unknown[][]).map((values) => named(names, values));
}
