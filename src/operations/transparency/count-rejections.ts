import type { Deps } from '../../deps.js';
import { type Standard, STANDARDS } from '../../domain/standard.js';
import { AUTOMATIONS, STATEMENT_SOURCES } from '../../domain/statement.js';
import { filedUnder } from '../../domain/transparency/categories.js';
import { CATEGORIES } from '../../domain/transparency/form.js';
import { languageCodeOf } from '../../domain/transparency/languages.js';
import { TRANSPARENCY_PAGE } from '../../limits/desk.js';
import type { Place, Within } from '../../store/statement-store.js';
import type { Pace } from '../replaying/pace.js';
import { type Rejection, type RejectionPage, rejectionPage } from '../stating/rejections.js';

type Counts = Record<string, number>;

/** What was taken from authors, counted in each of its respects; zeros are there as well. */
export interface CountedRejections {
  readonly total: number;
  /** Without their authors being told. */
  readonly hidden: number;
  /** Those that a later decision published. */
  readonly reversed: number;
  readonly by_category: Readonly<Counts>;
  /** `none` where no standard is named. */
  readonly by_standard: Readonly<Counts>;
  readonly by_ground: Readonly<Record<'law' | 'terms', number>>;
  readonly by_source: Readonly<Counts>;
  readonly automated_detection: number;
  readonly automated_decision: Readonly<Counts>;
  /** By ISO 639-1 in small letters; `unknown` for comments without a locale. */
  readonly by_language: Readonly<Counts>;
}

/** Counts the rejections that have a statement of their own, as these are made. */
export async function countRejections(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  { within, pace }: { readonly within: Within; readonly pace: Pace },
): Promise<CountedRejections> {
  const counted = nothing();
  let after: Place | null = null;
  do {
    const asked = { within, after, limit: TRANSPARENCY_PAGE };
    const page: RejectionPage = await rejectionPage(deps, siteId, asked);
    for (const rejection of page.rejections) count(counted, rejection);
    after = page.next;
    if (pace.isOver()) await pace.giveWay();
  } while (after !== null);
  return counted;
}

const zeros = (names: readonly string[]): Counts =>
  Object.fromEntries(names.map((name) => [name, 0]));

function nothing() {
  return {
    total: 0,
    hidden: 0,
    reversed: 0,
    by_category: zeros(CATEGORIES),
    by_standard: zeros([...STANDARDS, 'none']),
    by_ground: { law: 0, terms: 0 },
    by_source: zeros(STATEMENT_SOURCES),
    automated_detection: 0,
    automated_decision: zeros(AUTOMATIONS),
    by_language: {} as Counts,
  };
}

function count(counted: ReturnType<typeof nothing>, { at, basis, reversed_at }: Rejection): void {
  const { standard, legal_ground } = basis;
  counted.total += 1;
  if (basis.effect === 'hidden') counted.hidden += 1;
  if (reversed_at !== null) counted.reversed += 1;
  if (basis.automated_detection) counted.automated_detection += 1;
  counted.by_ground[legal_ground === null ? 'terms' : 'law'] += 1;
  add(counted.by_category, filedUnder(standard, legal_ground !== null).category);
  add(counted.by_standard, standard ?? ('none' satisfies Standard | 'none'));
  add(counted.by_source, basis.source);
  add(counted.automated_decision, basis.automated_decision);
  add(counted.by_language, languageCodeOf(at.locale)?.toLowerCase() ?? 'unknown');
}

function add(counts: Counts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
