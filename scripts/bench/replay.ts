/**
 * npm run bench:replay [-- COMMENTS]
 *
 * How long a replay takes over that many stored comments (100,000 unless said otherwise), in a
 * database of its own that is removed afterwards; and where the time goes: reading the store,
 * reading the kept facts, folding the text, and the rules.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import { EMPTY_HISTORY, type Facts, textFacts } from '../../src/moderation/facts.js';
import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';
import { type ReplayResult, replayPolicy } from '../../src/operations/replay-policy.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { table } from '../accuracy/table.js';
import { fill, SITE } from './fill.js';

const COMMENTS_DEFAULT = 100_000;
const PAGE = 200;
const NO_BOUND = { from: null, to: null };

const count = Number(process.argv[2] ?? COMMENTS_DEFAULT);
const folder = await mkdtemp(join(tmpdir(), 'gatepost-bench-'));
try {
  const path = join(folder, 'gatepost.db');
  const database = await openStore(`sqlite:${path}`, { clock: Date.now });
  await database.migrate();
  const filled = performance.now();
  const characters = fill(path, count);
  say(`${count} comments, ${Math.round(characters / count)} characters on average, stored in `);
  say(`${((performance.now() - filled) / 1000).toFixed(1)} s\n\n`);
  const replayed = await replay(database.store);
  const parts = await timesOfParts(database.store);
  await database.close();
  report(replayed, parts);
} finally {
  await rm(folder, { recursive: true });
}

interface Replayed {
  readonly result: ReplayResult;
  /** The longest that anything else had to wait for its turn. */
  readonly stall: number;
  readonly heapBytes: number;
  /** Of the processor, which other work on the machine does not lengthen. */
  readonly cpuSeconds: number;
}

async function replay(store: Store): Promise<Replayed> {
  let stall = 0;
  let heapBytes = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    stall = Math.max(stall, performance.now() - last);
    last = performance.now();
    heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed);
  }, 1);
  const cpu = process.cpuUsage();
  const result = await replayPolicy(
    { store, stopwatch: () => performance.now() },
    {
      caller: { site_id: SITE },
      draft: { rules: { shouting: { action: 'reject' }, link_count: { max_links: 0 } } },
      ...NO_BOUND,
      examples_max: 20,
      limit: count,
    },
    { onProgress: () => undefined, signal: new AbortController().signal },
  );
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  return { result, stall, heapBytes, cpuSeconds: (user + system) / 1e6 };
}

/** Milliseconds for each part of the work over every comment, one part after the other. */
async function timesOfParts(store: Store): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const timed = <T>(part: string, work: () => T): T => {
    const start = performance.now();
    const done = work();
    times.set(part, (times.get(part) ?? 0) + performance.now() - start);
    return done;
  };
  const document = defaultPolicyDocument();
  const stamp = { version: 1, digest: '', created_at: '', created_by: '' };
  const compiled = compilePolicy({ ...stamp, document });
  let before = null;
  for (;;) {
    const start = performance.now();
    const page = await store.record.judged(SITE, NO_BOUND, { before, limit: PAGE });
    times.set('store', (times.get('store') ?? 0) + performance.now() - start);
    before = page.at(-1) ?? null;
    if (before === null) return times;
    const kept = timed('kept facts', () =>
      page.map(({ judgement }) => JSON.parse(judgement?.facts ?? '{}') as Pick<Facts, 'history'>),
    );
    const texts = timed('text', () =>
      page.map(({ body, locale, author_name: name }) => {
        const author = { name, email: null, url: null, ip: null, user_agent: null };
        return textFacts({ body, locale, author });
      }),
    );
    timed('rules', () =>
      texts.map((text, at) =>
        evaluate(compiled, { ...text, history: kept[at]?.history ?? EMPTY_HISTORY, scores: null }),
      ),
    );
  }
}

function report(replayed: Replayed, parts: ReadonlyMap<string, number>): void {
  const { result, stall, heapBytes, cpuSeconds } = replayed;
  const each = (seconds: number): string => ((seconds * 1e6) / count).toFixed(1);
  const rows = [...parts].map(([part, time]) => [part, each(time / 1000)]);
  const whole = ['the whole replay', each(result.elapsed_seconds)];
  const cpu = ['of which the processor', each(cpuSeconds)];
  say(`${table(['µs a comment', ''], [whole, cpu, ...rows])}\n\n`);
  say(`A million comments in ${each(result.elapsed_seconds)} s; `);
  say(`others waited at most ${stall.toFixed(0)} ms; heap at most ${heapBytes >> 20} MB; `);
  say(`${result.judged - result.unchanged} of ${result.judged} would change.\n`);
}

function say(text: string): void {
  process.stdout.write(text);
}
