import type { Deps } from '../../deps.js';
import { PERSON_EXPORT_PAGE } from '../../limits/transfer.js';
import type { CommentParts, ExportedRow } from '../../store/export-store.js';
import { paceOf } from '../replaying/pace.js';

/** An author's comments, each with everything that hangs on it; a page of them is read at once. */
export async function* commentsWithParts(
  deps: Pick<Deps, 'store' | 'stopwatch'>,
  siteId: string,
  authorId: string,
): AsyncGenerator<object> {
  const { store } = deps;
  const pace = paceOf(deps, 0);
  let after = '';
  for (;;) {
    const page = { after, limit: PERSON_EXPORT_PAGE };
    const rows = await store.exports.comments(siteId, authorId, page);
    if (rows.length === 0) return;
    const ids = rows.map(idOf);
    const parts = byComment(await store.exports.partsOf(siteId, ids));
    for (const row of rows) {
      yield { ...row, metadata: parsed(row['metadata']), ...parts(idOf(row)) };
    }
    if (rows.length < PERSON_EXPORT_PAGE) return;
    after = ids.at(-1) ?? '';
    await pace.giveWay();
  }
}

const idOf = (row: ExportedRow): string => String(row['id']);

/** What is stored as JSON is exported as what it says. */
function parsed(json: string | number | null | undefined): unknown {
  return typeof json === 'string' ? (JSON.parse(json) as unknown) : null;
}

/** For a comment's id its own parts, without the id that they would all repeat. */
function byComment(parts: CommentParts): (id: string) => object {
  const grouped = Object.entries(parts).map(
    ([name, rows]) => [name, byOwner(rows as readonly ExportedRow[])] as const,
  );
  return (id) =>
    Object.fromEntries(
      grouped.map(([name, rows]) => [name, (rows.get(id) ?? []).map(withoutOwner)]),
    );
}

function byOwner(rows: readonly ExportedRow[]): ReadonlyMap<string, readonly ExportedRow[]> {
  const grouped = new Map<string, ExportedRow[]>();
  for (const row of rows) {
    const owner = String(row['comment_id']);
    const known = grouped.get(owner);
    if (known) known.push(row);
    else grouped.set(owner, [row]);
  }
  return grouped;
}

const JSON_COLUMNS: ReadonlySet<string> = new Set(['facts', 'spans', 'terms']);

function withoutOwner({ comment_id: _, ...row }: ExportedRow): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      JSON_COLUMNS.has(name) ? parsed(value) : value,
    ]),
  );
}
