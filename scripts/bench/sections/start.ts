import { setTimeout as after } from 'node:timers/promises';

import { SETTLE_AFTER_START_SECONDS } from '../../../src/limits/transfer.js';
import { table } from '../../accuracy/table.js';
import { commentOf } from '../load/comments.js';
import { type Bench, goal, type Section } from '../sections.js';
import { type Child, memoryOf } from '../service/child.js';
import { CONNECTIONS, median } from '../service/rounds.js';
import { newKey, startGatepost } from '../service/subjects.js';

/** By then the service has given back what only its start needed. */
const REST_SECONDS = SETTLE_AFTER_START_SECONDS + 4;
const LOAD_ROUNDS = 3;

/** From the start of the process to the first answer, and the memory it takes. */
export async function start(bench: Bench): Promise<Section> {
  const { plan, cores, folder } = bench;
  const key = newKey();
  const [first, again]: [number[], number[]] = [[], []];
  for (let at = 0; at < plan.rounds; at += 1) {
    for (const times of [first, again]) {
      const file = `sqlite:${folder}/start-${at}.db`;
      const began = performance.now();
      const child = await startGatepost(file, key, { core: cores.server });
      await submit(child, key, times.length * 2 + Number(times === again));
      times.push(performance.now() - began);
      await child.stop();
    }
    plan.say(`start ${at + 1} of ${plan.rounds}: ${again.at(-1)?.toFixed(0) ?? ''} ms to an answer`);
  }
  const { rest, loaded, comments } = await memory(bench, key);
  const [seconds, secondsFirst] = [median(again) / 1_000, median(first) / 1_000];
  const rows = [
    ['start of the process to its first 201, database there, s', seconds.toFixed(2)],
    ['the same, database to be made, s', secondsFirst.toFixed(2)],
    [`resident memory ${REST_SECONDS} s after the start, one comment submitted, MB`, rest.toFixed(0)],
    [`resident memory after ${comments.toLocaleString('en')} more, MB`, loaded.toFixed(0)],
  ];
  const goals = [
    goal('start to first answer, model loaded, s', seconds, { max: 0.6 }),
    goal('resident memory at rest, MB', rest, { max: 180 }),
  ];
  return { title: 'Start and memory', text: table(['', 'median'], rows), goals };
}

async function memory({ load, plan, cores, folder }: Bench, key: string) {
  const child = await startGatepost(`sqlite:${folder}/memory.db`, key, { core: cores.server });
  await submit(child, key, 0);
  await after(REST_SECONDS * 1_000);
  const rest = memoryOf(child.pid);
  let comments = 0;
  for (let at = 0; at < LOAD_ROUNDS; at += 1) {
    const what = { post: '/v1/comments', from: comments + 1 };
    const stream = { name: 'memory', urls: [child.url], key, what, expected: 201, perSecond: null };
    const streams = [{ ...stream, connections: CONNECTIONS }];
    const { streams: results } = await load.run({ streams, seconds: plan.seconds });
    comments += results[0]?.answers ?? 0;
  }
  const loaded = memoryOf(child.pid);
  await child.stop();
  return { rest, loaded, comments };
}

async function submit({ url }: Child, key: string, at: number): Promise<void> {
  const response = await fetch(`${url}/v1/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(commentOf(at)),
  });
  if (response.status !== 201) throw new Error(await response.text());
  await response.arrayBuffer();
}
