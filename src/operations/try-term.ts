import type { Caller, Deps } from '../deps.js';
import type { Comment } from '../domain/comment.js';
import { type FieldError, GatepostError } from '../domain/errors.js';
import type { Span } from '../domain/finding.js';
import { type PolicyDocument, textOfTerm } from '../domain/policy.js';
import {
  PAGE_SIZE_MAX,
  REPLAY_SLICE_MILLISECONDS,
  TERM_COMMENTS_READ_MAX,
  TERM_HITS_MAX,
  TERM_SLICES_MAX,
} from '../limits.js';
import { textFacts } from '../moderation/facts.js';
import { termErrors } from '../moderation/policy/term-errors.js';
import { blockedTermOf } from '../moderation/publisher/blocked-term.js';
import { compileBlockedTerms } from '../moderation/publisher/find-terms.js';
import {
  type SpellingName,
  SPELLINGS,
  spellingsOf,
} from '../moderation/publisher/spellings.js';
import { BlockedTerm, type BlockedTermInput } from '../moderation/publisher/term-schema.js';
import { excerptAround } from './drafting/excerpt.js';
import { currentPolicy } from './found.js';
import { paceOf } from './replaying/pace.js';

/** A blocked term as a publisher may send it. */
export const BLOCKED_TERM = BlockedTerm;

/** The names of the spellings that are tried. */
export const SPELLING_NAMES = SPELLINGS;

/** `unknown` where the term is bound to languages and that of the text cannot be told. */
export type TermAnswer = 'match' | 'clear' | 'unknown';

export interface TriedText {
  readonly text: string;
  readonly answer: TermAnswer;
  readonly spans: readonly Span[];
}

/** An approved comment in which the term stands. */
export interface TermHit {
  readonly comment_id: string;
  /** Of the text, around the first place. */
  readonly excerpt: string;
  /** Offsets into the excerpt. */
  readonly spans: readonly Span[];
}

export interface TriedTerm {
  /** The term in disguises; none of an expression, which says itself what it matches. */
  readonly spellings: readonly (TriedText & { readonly spelling: SpellingName })[];
  /** The texts that were sent, in their order. */
  readonly texts: readonly TriedText[];
  /** The newest approved comments that were looked through, and those that the term objects to. */
  readonly approved: {
    readonly read: number;
    readonly hits: number;
    /** The newest of them. */
    readonly examples: readonly TermHit[];
  };
}

export interface TryTermInput {
  readonly caller: Pick<Caller, 'site_id'>;
  readonly term: BlockedTermInput;
  readonly texts: readonly string[];
}

/**
 * What a blocked term would find beside the allowed terms in force: in disguises of itself, in
 * texts that the publisher has in mind, and in comments that were approved. Everything is looked at
 * as the body of a comment, whichever fields the term names. Stores nothing.
 *
 * @throws GatepostError `invalid_policy` for a term that no policy could have, with pointers that
 *   begin with `/term`.
 */
export async function tryTerm(
  deps: Pick<Deps, 'store' | 'stopwatch'>,
  { caller, term, texts }: TryTermInput,
): Promise<TriedTerm> {
  const { document } = await currentPolicy(deps, caller.site_id);
  refuseUnusable(document, term);
  const allowed = document.allowed_terms.map(textOfTerm);
  const find = finder(term, allowed);
  // Of a single word no language can be told: in a disguise it is the letters that count.
  const { languages: _, ...anywhere } = asObject(term);
  const findSpelt = finder(anywhere, allowed);
  const { kind, term: words } = blockedTermOf(term);
  const spellings = kind === 'text' ? spellingsOf(words) : [];
  return {
    spellings: spellings.map(({ name, text }) => ({ spelling: name, ...findSpelt(text, null) })),
    texts: texts.map((text) => find(text, null)),
    approved: await inApproved(deps, caller.site_id, find),
  };
}

type Find = (text: string, locale: string | null) => TriedText;

const asObject = (term: BlockedTermInput): Exclude<BlockedTermInput, string> =>
  typeof term === 'string' ? { term } : term;

function finder(term: BlockedTermInput, allowed: readonly string[]): Find {
  const check = compileBlockedTerms(
    [blockedTermOf({ ...asObject(term), fields: ['body'] })],
    allowed,
  );
  return (text, locale) => {
    const outcomes = check(textFacts({ body: text, locale, author: NOBODY }));
    const spans = outcomes.flatMap((each) => (each.kind === 'match' ? (each.spans ?? []) : []));
    return { text, answer: spans.length > 0 ? 'match' : (outcomes[0]?.kind ?? 'clear'), spans };
  };
}

const NOBODY = { name: '', email: null, url: null, ip: null, user_agent: null };

function refuseUnusable(document: PolicyDocument, term: BlockedTermInput): void {
  const terms = { ...document.rules['blocked_terms'], terms: [term] };
  const rules = { ...document.rules, blocked_terms: terms } as PolicyDocument['rules'];
  const errors = termErrors({ ...document, rules }).flatMap(aboutTheTerm);
  if (errors.length === 0) return;
  throw new GatepostError('invalid_policy', 'No policy could have this term.', { errors });
}

const IN_DOCUMENT = /^\/rules\/blocked_terms\/terms\/0(?:\/term)?/u;

/** What is wrong with the allowed terms in force is not the question. */
const aboutTheTerm = ({ pointer, detail }: FieldError): readonly FieldError[] =>
  IN_DOCUMENT.test(pointer) ? [{ pointer: pointer.replace(IN_DOCUMENT, '/term'), detail }] : [];

async function inApproved(
  deps: Pick<Deps, 'store' | 'stopwatch'>,
  siteId: string,
  find: Find,
): Promise<TriedTerm['approved']> {
  const pace = paceOf(deps, REPLAY_SLICE_MILLISECONDS);
  const slices = { left: TERM_SLICES_MAX };
  const found = { read: 0, hits: 0 };
  const examples: TermHit[] = [];
  for await (const { id, body, locale } of approved(deps, siteId)) {
    found.read += 1;
    const { answer, spans } = find(body, locale);
    if (answer === 'match') found.hits += 1;
    if (answer === 'match' && examples.length < TERM_HITS_MAX) {
      examples.push({ comment_id: id, ...excerptAround(body, spans) });
    }
    if (!pace.isOver()) continue;
    slices.left -= 1;
    if (slices.left === 0) break;
    await pace.giveWay();
  }
  return { ...found, examples };
}

/** The newest approved comments, page by page. */
async function* approved(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
): AsyncGenerator<Comment> {
  let cursor: string | null = null;
  for (let read = 0; read < TERM_COMMENTS_READ_MAX; read += PAGE_SIZE_MAX) {
    const page: readonly Comment[] = await store.comments.list(
      siteId,
      { status: 'approved' },
      { cursor, limit: PAGE_SIZE_MAX },
    );
    yield* page.slice(0, PAGE_SIZE_MAX);
    if (page.length <= PAGE_SIZE_MAX) return;
    cursor = page[PAGE_SIZE_MAX - 1]?.id ?? null;
  }
}
