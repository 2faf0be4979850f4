import type { Caller, Deps } from '../deps.js';
import { GatepostError } from '../domain/errors.js';
import {
  type Change,
  type ImportedComment,
  type ImportEntry,
  type ImportFormat,
  type ImportRemark,
  type Position,
  type SkipReason,
} from '../domain/imported.js';
import { timestamp } from '../domain/time.js';
import { IMPORT_BATCH } from '../limits/transfer.js';
import type { ImportRun } from '../store/import-store.js';
import { currentPolicy } from './found.js';
import { checkedImport } from './importing/checked.js';
import { importLot, type Placed, unknownOf } from './importing/import-lot.js';
import { linkReplies } from './importing/link-replies.js';
import { lotsOf } from './importing/lots.js';

export interface ImportCommentsInput {
  readonly caller: Pick<Caller, 'site_id'>;
  readonly format: ImportFormat;
  /** By which a file is known again: its SHA-256. */
  readonly file_digest: string;
  readonly entries: AsyncIterable<ImportEntry>;
  /** Reads and checks everything, and stores nothing. */
  readonly dry_run: boolean;
}

export interface ImportWatch {
  readonly onRemark: (remark: ImportRemark) => void;
  /** Ends the import between two lots; running it again goes on there. */
  readonly signal: AbortSignal;
}

export interface Imported {
  readonly ended: 'done' | 'cancelled' | 'was_done';
  /** Comments that are new to the site. */
  readonly imported: number;
  /** Comments that the site had. */
  readonly known: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly changed: Readonly<Partial<Record<Change, number>>>;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'newId'>;

/**
 * Takes over the comments of a file with their dates, authors, replies and where they stand, as
 * decisions of the actor `import`. The engine does not judge them. Each lot is one transaction with
 * how far the file has been read: cut off at any point and run again, it ends in the same state.
 * A file that was imported whole is left alone.
 *
 * @throws GatepostError `invalid_request` for a file that cannot be read, and where another run
 *   imports the same file.
 */
export async function importComments(
  deps: Needs,
  input: ImportCommentsInput,
  { onRemark, signal }: ImportWatch,
): Promise<Imported> {
  const siteId = input.caller.site_id;
  let run = await runOf(deps, siteId, input);
  const counts = { skipped: {}, changed: {} };
  const ended = (how: Imported['ended']): Imported => {
    const { imported, known } = run;
    return { ended: how, imported, known, ...counts };
  };
  if (run.finished_at !== null) return ended('was_done');
  const note = (remark: ImportRemark): void => {
    count(counts, remark);
    onRemark(remark);
  };
  let read = 0;
  for await (const lot of lotsOf(input.entries, IMPORT_BATCH)) {
    if (signal.aborted) return ended('cancelled');
    const { placed, at } = checkedLot(deps, lot, note);
    const dealtWith = run.records_read - read;
    read += lot.length;
    if (read <= run.records_read) continue;
    const rest = placed.filter((_, index) => (at[index] ?? 0) >= dealtWith);
    run = await storedLot(deps, siteId, { run, placed: rest, read, dry: input.dry_run });
  }
  if (!input.dry_run) await finish(deps, siteId, { run, note });
  return ended('done');
}

async function runOf(
  { store, clock, newId }: Needs,
  siteId: string,
  { file_digest, format, dry_run }: ImportCommentsInput,
): Promise<ImportRun> {
  const known = await store.imports.run(siteId, file_digest);
  if (known !== null && !dry_run) return known;
  const run: ImportRun = {
    id: newId('imp'),
    file_digest,
    format,
    records_read: 0,
    imported: 0,
    known: 0,
    started_at: timestamp(clock()),
    finished_at: null,
  };
  if (!dry_run) await store.transaction(siteId, async (bound) => bound.imports.begin(siteId, run));
  return run;
}

interface CheckedLot {
  readonly placed: readonly Placed[];
  /** Where in the lot each of them was. */
  readonly at: readonly number[];
}

/** What of a lot can be stored; the rest is told. The first of an id counts. */
function checkedLot(
  deps: Needs,
  lot: readonly ImportEntry[],
  note: (remark: ImportRemark) => void,
): CheckedLot {
  const placed: Placed[] = [];
  const at: number[] = [];
  const ids = new Set<string>();
  lot.forEach((entry, index) => {
    const { position } = entry;
    const checked = 'skipped' in entry ? entry : checkedOnce(deps, entry.comment, ids);
    if ('skipped' in checked) {
      note({ ...position, skipped: checked.skipped });
      return;
    }
    for (const changed of checked.changes) note({ ...position, changed });
    placed.push({ comment: checked.comment, line: position.line });
    at.push(index);
  });
  return { placed, at };
}

function checkedOnce(
  deps: Needs,
  comment: ImportedComment,
  ids: Set<string>,
): ReturnType<typeof checkedImport> {
  const checked = checkedImport(deps, comment);
  if ('skipped' in checked) return checked;
  const { external_id } = checked.comment;
  if (ids.has(external_id)) return { skipped: 'repeated_id' };
  ids.add(external_id);
  return checked;
}

async function storedLot(
  deps: Needs,
  siteId: string,
  lot: {
    readonly run: ImportRun;
    readonly placed: readonly Placed[];
    readonly read: number;
    readonly dry: boolean;
  },
): Promise<ImportRun> {
  const { run: seen, placed, read } = lot;
  const after = (made: number): ImportRun => ({
    ...seen,
    records_read: read,
    imported: seen.imported + made,
    known: seen.known + placed.length - made,
  });
  if (lot.dry) return after((await unknownOf(deps, siteId, placed)).unknown.length);
  return deps.store.transaction(siteId, async (store) => {
    const bound = { ...deps, store };
    const policy = await currentPolicy(bound, siteId);
    const run = after(await importLot(bound, siteId, { placed, run: seen, policy }));
    await advance(bound, siteId, { run, seen });
    return run;
  });
}

async function finish(
  deps: Needs,
  siteId: string,
  { run: seen, note }: { readonly run: ImportRun; note(remark: ImportRemark): void },
): Promise<void> {
  for (const remark of await linkReplies(deps, siteId, seen)) note(remark);
  await deps.store.transaction(siteId, async (store) => {
    await store.imports.endWaiting(siteId, seen.id);
    const run = { ...seen, finished_at: timestamp(deps.clock()) };
    await advance({ ...deps, store }, siteId, { run, seen });
  });
}

async function advance(
  { store }: Needs,
  siteId: string,
  { run, seen }: { readonly run: ImportRun; readonly seen: ImportRun },
): Promise<void> {
  if (await store.imports.advance(siteId, run, seen)) return;
  throw new GatepostError('invalid_request', 'Another run imports the same file right now.');
}

type Counts = Record<'skipped' | 'changed', Partial<Record<SkipReason | Change, number>>>;

function count(counts: Counts, remark: ImportRemark & Partial<Position>): void {
  const [kind, reason] =
    'skipped' in remark
      ? (['skipped', remark.skipped] as const)
      : (['changed', remark.changed] as const);
  counts[kind][reason] = (counts[kind][reason] ?? 0) + 1;
}
