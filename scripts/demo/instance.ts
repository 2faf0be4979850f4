import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A running service of its own, on a free port and in a folder that goes when it does. */
export interface Instance {
  readonly url: string;
  readonly key: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts the built service and resolves when it listens. Rejects with what it said if it ends. */
export async function startInstance(): Promise<Instance> {
  const folder = await mkdtemp(join(tmpdir(), 'gatepost-demo-'));
  const key = `gp_demo_${randomBytes(18).toString('hex')}`;
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../dist/main.js')], {
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: `sqlite:${join(folder, 'demo.db')}`,
      GATEPOST_ADMIN_KEY: key,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await listening(child), key, process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listening(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((done, fail) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
      if (url !== undefined) done(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      fail(new Error(`the service ended with ${code ?? 'a signal'}:\n${said}`));
    });
  });
}
