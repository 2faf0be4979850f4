/**
 * npx tsx scripts/bench/million.ts URL [ROWS]
 *
 * Fills a database (sqlite:PATH or postgres://…, made where it is not there) with so many comments,
 * a million unless said otherwise, and all that the service would have stored with them.
 */
import { pathToFileURL } from 'node:url';

import { encodeTime } from 'ulid';

import type { Author } from '../../src/domain/author.js';
import type { Policy } from '../../src/domain/policy.js';
import { createSite } from '../../src/operations/create-site.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { addBlocks } from './million/blocks.js';
import { chanceFrom } from './million/chance.js';
import { dayOf } from './million/lot.js';
import { repeatDay } from './million/repeat-day.js';
import { authorAt, type Day } from './million/rows.js';
import { type Lot, storeLot } from './million/store-lot.js';
import { type Ask, withoutIndexes } from './million/without-indexes.js';

export interface MillionOptions {
  /** The site that gets them; made where it is not there, and without comments before. */
  readonly site?: string;
  /** The last of them came in on the day before this time, in milliseconds. */
  readonly until?: number;
  readonly onProgress?: (stored: number) => void;
}

const DAY_MILLISECONDS = 86_400_000;
/** As long as the record is, and how few comments a day has where there are few at all. */
const DAYS = 400;
const COMMENTS_PER_DAY_MIN = 25;
const COMMENTS_PER_AUTHOR = 20;
/** Of these last days nobody has decided about what the engine held. */
const OPEN_DAYS = 20;
const SEED = 20_261_128;

/**
 * Migrates the database and stores that many comments (as many each day), with their authors (from
 * one comment to tens of thousands each), threads, decisions, findings, reports and entries of the
 * record, and 2,000 blocks. The texts of a day come again every day; ids, times, people and what
 * texts are found by differ. The hashes of the record do not verify.
 */
export async function million(
  url: string,
  rows: number,
  { site = 'default', until = Date.now(), onProgress = () => undefined }: MillionOptions = {},
): Promise<void> {
  const comments = Math.min(rows, Math.max(COMMENTS_PER_DAY_MIN, Math.ceil(rows / DAYS)));
  const days = Math.ceil(rows / comments);
  const dayAt = dayBefore(until, days);
  const authors = authorsOf(Math.ceil(rows / COMMENTS_PER_AUTHOR), dayAt(0));
  const open = Math.max(0, days - OPEN_DAYS);
  const chance = chanceFrom(SEED);
  const database = await openStore(url, { clock: () => until });
  try {
    await database.migrate();
    const { store } = database;
    const policy = await begin(store, { site, authors, day: dayAt(0) });
    await withoutIndexes(url, async (ask) => {
      for (const [first, end] of [[0, open], [open, days]] as const) {
        if (first === end) continue;
        const from = dayAt(first);
        const day = { ...from, chance, policy, comments, authors, settled: end === open };
        const entries = await storeDay(store, site, dayOf(day));
        for (let at = first + 1; at < end; at += 1) {
          const to = { site, from, to: dayAt(at), days: at - first };
          await repeatDay(ask, { ...to, authors: authors.length, entries });
          onProgress((at + 1) * comments);
        }
        await moveHead(ask, site);
      }
    });
  } finally {
    await database.close();
  }
}

/** The days of a record that ends on the day before. */
function dayBefore(until: number, days: number): (at: number) => Day {
  const first = Math.floor(until / DAY_MILLISECONDS) - days;
  return (at) => {
    const milliseconds = (first + at) * DAY_MILLISECONDS;
    const date = new Date(milliseconds).toISOString().slice(0, 10);
    return { date, time: encodeTime(milliseconds) };
  };
}

function authorsOf(count: number, { date }: Day): readonly Author[] {
  return Array.from({ length: count }, (_, at) => authorAt(at, `${date}T00:00:00.000Z`));
}

/** Makes the site, with all of its authors and with blocks; its policy. */
async function begin(
  store: Store,
  { site, authors, day }: { readonly site: string; authors: readonly Author[]; day: Day },
): Promise<Policy> {
  const now = `${day.date}T00:00:00.000Z`;
  await createSite({ store, clock: () => Date.parse(now) }, { id: site, name: site });
  await addBlocks(store, site, now);
  const none = { threads: [], comments: [], decisions: [] };
  await store.transaction(site, async (bound) => bound.imports.insert(site, { ...none, authors }));
  const policy = await store.policies.current(site);
  if (policy === null) throw new Error(`the site ${site} has no policy`);
  return policy;
}

/** How many entries the record has of it. */
async function storeDay(store: Store, site: string, day: Lot): Promise<number> {
  await store.transaction(site, async (bound) => storeLot(bound, site, day));
  return day.acts.length;
}

/** Says where the record ends that was copied behind it. */
async function moveHead(ask: Ask, site: string): Promise<void> {
  await ask(`UPDATE audit_heads SET (sequence, hash) = (SELECT sequence, hash FROM audit_entries
    WHERE site_id = '${site}' ORDER BY sequence DESC LIMIT 1) WHERE site_id = '${site}'`);
}

async function main(): Promise<void> {
  const [url, rows = '1000000'] = process.argv.slice(2);
  if (url === undefined) throw new Error('which database? sqlite:PATH or postgres://…');
  const start = performance.now();
  await million(url, Number(rows), {
    onProgress: (stored) => {
      if (stored % 100_000 === 0) process.stdout.write(`${stored} comments stored\n`);
    },
  });
  process.stdout.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
