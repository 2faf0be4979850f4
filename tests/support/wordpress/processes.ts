import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program to its end and resolves with what it wrote; rejects where it fails. */
export async function output(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...args], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** A program that goes on until it is stopped, with all that it starts. */
export interface Running {
  /** What it has written so far, to both outputs. */
  said(): string;
  stop(): Promise<void>;
}

export function running(program: string, args: readonly string[], env = {}): Running {
  const child = spawn(program, [...args], {
    // In a group of its own, which ends as one.
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return { said: () => said, stop: async () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await gone;
}
