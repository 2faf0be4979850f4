import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { lastingDatabase } from './databases.js';
import { ROOT } from './source-tree.js';

/** The service as its own process, from its sources unless a test says otherwise. */
export interface Service {
  /** Where it listens. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it has written so far, to both outputs. */
  said(): string;
  /** Sends the signal and resolves with the exit code, null when the signal ended it. */
  stop(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): Promise<number | null>;
}

export type Environment = Readonly<Record<string, string>>;

/** A database of the engine of this run, which the caller removes. */
export async function databaseFolder(): Promise<{
  readonly env: Environment;
  remove(): Promise<void>;
}> {
  const { url, remove } = await lastingDatabase();
  return { env: { DATABASE_URL: url }, remove };
}

/** What `npm run build` made of the sources: starts in a third of the time. */
export const BUILT = [`${ROOT}dist/main.js`];
const SOURCES = ['--import', 'tsx', `${ROOT}src/main.ts`];

function run(program: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, program, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function hear(child: ChildProcess, listen: (text: string) => void): void {
  child.stdout?.setEncoding('utf8').on('data', listen);
  child.stderr?.setEncoding('utf8').on('data', listen);
}

/** Starts it on a free port; resolves when it listens, rejects with what it said if it ends. */
export async function startService(env: Environment, program = SOURCES): Promise<Service> {
  const child = run([...program, 'serve'], { PORT: '0', ...env });
  let said = '';
  const url = await new Promise<string>((listening, failed) => {
    hear(child, (text) => {
      said += text;
      const found = /Gatepost listens on (\S+)\n/u.exec(said)?.[1];
      if (found !== undefined) listening(found);
    });
    child.once('exit', (code) => {
      failed(new Error(`ended with ${code ?? 'a signal'}: ${said}`));
    });
  });
  return {
    url,
    process: child,
    said: () => said,
    stop: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'close');
        child.kill(signal);
        await gone;
      }
      return child.exitCode;
    },
  };
}

/** Runs a subcommand to its end. */
export async function runCommand(
  args: readonly string[],
  env: Environment,
  program = SOURCES,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = run([...program, ...args], env);
  let said = '';
  hear(child, (text) => {
    said += text;
  });
  await once(child, 'close');
  return { code: child.exitCode, said };
}

/** One request to a running service, with what came back. */
export async function call(
  url: string,
  { key, ...init }: RequestInit & { readonly key?: string },
  // Tests read into answers freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: any }> {
  const headers = new Headers(init.headers);
  if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
  if (init.body !== undefined) headers.set('content-type', 'application/json');
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = json ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}
