/**
 * npm run bench:fronts
 *
 * How long clients of Perspective wait: requests one after another to the built service, texts that
 * differ, of several lengths, with and without a score for each sentence. Coral waits 800 ms.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newKey, startGatepost } from './service/subjects.js';
import { mixed, plain } from './texts.js';

const REQUESTS = 400;
const WARM = 100;
/** The longest with accents in it is just below the 20,480 bytes that are taken. */
const LENGTHS = [200, 2_000, 17_500];

async function milliseconds(url: string, body: object): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`answered with ${answer.status}`);
  return performance.now() - began;
}

/** Half of them with accents and quotation marks; each begins with a word of its own. */
function textOf(at: number, length: number): string {
  const prose = at % 2 === 0 ? plain : mixed;
  return `Number ${at}: ${prose(length)}`.slice(0, length);
}

const folder = await mkdtemp(join(tmpdir(), 'gatepost-bench-'));
const key = newKey();
const child = await startGatepost(`sqlite:${join(folder, 'gatepost.db')}`, key, { core: null });
try {
  const url = `${child.url}/v1alpha1/comments:analyze?key=${key}`;
  const rows: string[] = [];
  for (const length of LENGTHS) {
    for (const spanAnnotations of [false, true]) {
      const taken: number[] = [];
      for (let at = 0; at < WARM + REQUESTS; at += 1) {
        const comment = { text: textOf(at, length) };
        const requestedAttributes = { TOXICITY: {}, INSULT: {}, THREAT: {} };
        const body = { comment, requestedAttributes, languages: ['en'], spanAnnotations };
        taken.push(await milliseconds(url, body));
      }
      const sorted = taken.slice(WARM).sort((a, b) => a - b);
      const at = (share: number): string =>
        (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
      rows.push(`| ${length} | ${spanAnnotations ? 'yes' : 'no'} | ${at(0.5)} | ${at(0.99)} |`);
    }
  }
  process.stdout.write(
    '| characters | with spans | p50 ms | p99 ms |\n| ---: | --- | ---: | ---: |\n' +
      `${rows.join('\n')}\n`,
  );
} finally {
  await child.stop();
  await rm(folder, { recursive: true });
}
