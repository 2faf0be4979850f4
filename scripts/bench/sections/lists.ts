import BetterSqlite3 from 'better-sqlite3';

import { table } from '../../accuracy/table.js';
import type { Bench } from '../sections.js';
import { memoryOf } from '../service/child.js';
import { median } from '../service/rounds.js';
import { readsOf } from '../service/streams.js';
import { newKey, running, startGatepost } from '../service/subjects.js';

const PAGE_SIZE = 50;
const DEEP_PAGE = 10_000;

interface Taken {
  readonly cpu: number[];
  readonly p50: number[];
}

/** What reading costs where much is stored, each kind by itself, in turns. */
export async function lists(bench: Bench, file: string): Promise<string> {
  const { plan, cores, load } = bench;
  const deep = Math.min(DEEP_PAGE, Math.floor(bench.rows / PAGE_SIZE) - 1);
  const pages = [
    { name: 'list, page 1', path: '/v1/comments' },
    {
      name: `list, page ${deep.toLocaleString('en')}`,
      path: `/v1/comments?cursor=${before(file, deep)}`,
    },
    { name: 'queue, page 1', path: '/v1/queue' },
    { name: 'search for a word', path: '/v1/comments?text=ferry' },
  ];
  const key = newKey();
  const child = await startGatepost(`sqlite:${file}`, key, { core: cores.server });
  const server = running([child], key, () => null);
  const taken = new Map<string, Taken>(pages.map(({ name }) => [name, { cpu: [], p50: [] }]));
  for (let at = 0; at < plan.rounds; at += 1) {
    for (const { name, path } of at % 2 === 0 ? pages : pages.toReversed()) {
      const streams = [readsOf(server, name, { path, perSecond: null })];
      const start = server.cpu();
      const [result] = (await load.run({ streams, seconds: plan.warmSeconds })).streams;
      if (result === undefined || result.others > 0) throw new Error(result?.firstOther ?? name);
      taken.get(name)?.cpu.push((server.cpu() - start) / result.answers);
      taken.get(name)?.p50.push(result.p50);
    }
    plan.say(`lists, round ${at + 1} of ${plan.rounds}`);
  }
  const memory = memoryOf(child.pid);
  await server.end();
  const rows = [...taken].map(([name, { cpu, p50 }]) => [
    name,
    median(cpu).toFixed(0),
    median(p50).toFixed(1),
  ]);
  return [
    `Reading in the large file, ${PAGE_SIZE} comments a page, four readers at once:`,
    '',
    table(['', 'CPU µs', 'p50 ms'], rows),
    '',
    `After that the process had ${memory.toFixed(0)} MB resident.`,
  ].join('\n');
}

/** The cursor of a page: the id of the last comment of the page before. */
function before(file: string, page: number): string {
  const db = new BetterSqlite3(file, { readonly: true });
  const last = (page - 1) * PAGE_SIZE - 1;
  const sql =
    "SELECT comment_id FROM comments WHERE site_id = 'default' ORDER BY comment_id DESC LIMIT 1 OFFSET ?";
  const id = String(db.prepare(sql).pluck().get(last));
  db.close();
  return id;
}
