import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');
/** The kernel counts processor time in hundredths of a second for everyone to read. */
const TICK_MICROSECONDS = 10_000;
const PAGE_BYTES = 4_096;

/** A server in a process of its own. */
export interface Child {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process until it said that it listens. */
  readonly listening: number;
  /** Resolves when it has ended in peace. */
  stop(): Promise<void>;
}

export interface Start {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly core: string | null;
}

/** Starts node with those arguments, on that core; resolves when it says where it listens. */
export async function startChild({ args, env, core }: Start): Promise<Child> {
  const start = performance.now();
  const child = spawnNode({ args, env, core }, ['ignore', 'pipe', 'pipe']);
  let said = '';
  const url = await new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer): void => {
      said = `${said}${chunk.toString()}`.slice(-10_000);
      const found = /listens on (\S+)\n/u.exec(said)?.[1];
      if (found !== undefined) done(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => {
      fail(new Error(`a server ended:\n${said}`));
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    listening: performance.now() - start,
    stop: async () => {
      if (child.exitCode !== null) throw new Error(`a server ended before its time:\n${said}`);
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** taskset becomes the program that it starts: the process id is node's. */
export function spawnNode(
  { args, env, core }: Start,
  stdio: ('ignore' | 'pipe' | 'inherit' | 'ipc')[],
): ChildProcess {
  const pinned = core === null ? [] : ['taskset', '-c', core];
  const [command = process.execPath, ...rest] = [...pinned, process.execPath, ...args];
  return spawn(command, rest, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    stdio,
  });
}

/** Microseconds of the processor that a process has used; NaN where the system does not tell. */
export function cpuOf(pid: number): number {
  const [user, system] = statOf(pid).slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MICROSECONDS;
}

/** The same for a process, the children that it has, and those that it had. */
export function cpuOfFamily(pid: number): number {
  const [user, system] = statOf(pid).slice(13, 15);
  const ended = (Number(user) + Number(system)) * TICK_MICROSECONDS;
  const alive = pids().filter((each) => Number(statOf(each)[1]) === pid);
  return [pid, ...alive].reduce((sum, each) => sum + cpuOf(each), ended);
}

function pids(): readonly number[] {
  return existsSync('/proc') ? readdirSync('/proc').map(Number).filter(Number.isInteger) : [];
}

/** Resident memory in MB; NaN where the system does not tell. */
export function memoryOf(pid: number): number {
  return (Number(statOf(pid)[21]) * PAGE_BYTES) / 1e6;
}

/** What /proc/PID/stat says, from its third field on: the second may hold anything. */
function statOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /su, '').split(' ');
  } catch {
    return [];
  }
}
