import { once } from 'node:events';

import { spawnNode } from '../service/child.js';
import type { Bench, Section } from '../sections.js';

/** How long judging takes, by length of the text: what `npm run bench:judge` prints. */
export async function judge(bench: Bench): Promise<Section> {
  bench.plan.say('judging texts by their length');
  return { title: 'Judging alone', text: await printed(['scripts/bench/judge.ts']), goals: [] };
}

/** How long a replay takes: what `npm run bench:replay` prints. */
export async function replay(bench: Bench): Promise<Section> {
  bench.plan.say('replaying stored comments');
  const text = await printed(['scripts/bench/replay.ts', String(bench.replayed)]);
  return { title: 'Replay of a policy over stored comments', text, goals: [] };
}

async function printed(args: readonly string[]): Promise<string> {
  const start = { args: ['--import', 'tsx', ...args], env: {}, core: null };
  const child = spawnNode(start, ['ignore', 'pipe', 'inherit']);
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')} failed`);
  return said.trim();
}
