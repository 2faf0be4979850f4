import type {
  DecisionResult,
  FilterDecision,
  ListedComment,
} from '../../../openapi/types.js';
import type { DecidingAction, Said } from '../acts/acts.js';
import { answerOf, api } from '../api/client.js';
import type { Filters } from './filters.js';
import type { Row } from './use-desk.js';

/** What a decision about many would be about. */
export interface BulkPreview {
  /** What was ticked; null where it is about all that fits. */
  readonly rows: readonly Row[] | null;
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
  readonly sample: readonly ListedComment[];
  readonly token: string | null;
}

/** What many comments have in common: the filters of the queue that decisions know too. */
type Common = Pick<Filters, 'author' | 'thread' | 'standard' | 'reason' | 'section' | 'language'>;

const COMMON: readonly (keyof Filters)[] = [
  'author',
  'thread',
  'standard',
  'reason',
  'section',
  'language',
];

/**
 * The filters by which all that waits can be decided about at once; null where some of them are
 * about the queue alone (reports, claims, ages), or there is none.
 */
export function commonOf(filters: Filters): Common | null {
  const names = (Object.keys(filters) as (keyof Filters)[]).filter(
    (name) => !(name === 'kind' && filters.kind === 'pending'),
  );
  if (names.length === 0 || names.some((name) => !COMMON.includes(name))) return null;
  const { kind: _, ...common } = filters;
  return common;
}

/** What is decided about everything that has something in common. */
export interface CommonDecision {
  readonly common: Common;
  readonly action: DecidingAction;
  readonly said: Said;
}

/** Asks what a decision by filter would be about; changes nothing. */
export async function previewOf(common: Common, action: DecidingAction): Promise<BulkPreview> {
  const filter = { status: 'pending' as const, ...common };
  const body = { filter, action, override: false, dry_run: true };
  const { count, more, sample, token } = await answerOf(
    api.POST('/v1/decisions/by-filter', { body }),
  );
  return { rows: null, count, more, sample, token };
}

/** Decides about what a preview found, in turns; says after each how many are done. */
export async function decideAll(
  { common, action, said }: CommonDecision,
  token: string | null,
  onTurn: (done: number) => void,
): Promise<readonly DecisionResult[]> {
  const filter = { status: 'pending' as const, ...common };
  const results: DecisionResult[] = [];
  let next: string | null = token;
  while (next !== null) {
    const body = { filter, action, ...said, override: false, dry_run: false, token: next };
    const turn: FilterDecision = await answerOf(api.POST('/v1/decisions/by-filter', { body }));
    results.push(...turn.results);
    onTurn(results.length);
    next = turn.token;
  }
  return results;
}

/** Decides about the rows that were ticked, each for itself. */
export async function decideRows(
  rows: readonly Row[],
  action: DecidingAction,
  said: Said,
): Promise<readonly DecisionResult[]> {
  const decisions = rows.map(({ id, version }) => ({
    comment_id: id,
    seen_version: version,
    action,
    override: false,
    ...said,
  }));
  const { results } = await answerOf(api.POST('/v1/decisions', { body: { decisions } }));
  return results;
}
