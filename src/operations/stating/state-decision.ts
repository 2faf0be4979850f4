import type { Deps } from '../../deps.js';
import type { Comment } from '../../domain/comment.js';
import type { Decision } from '../../domain/decision.js';
import type { Policy } from '../../domain/policy.js';
import { bodyAt, quotedWords } from '../../domain/quoted-words.js';
import { type Basis, basisOf, mayBeTold } from '../../domain/restriction.js';
import type { StatedReason, Statement } from '../../domain/statement.js';
import { timestamp } from '../../domain/time.js';
import { STATEMENT_WORD_LENGTH_MAX, STATEMENT_WORDS_MAX } from '../../limits/desk.js';
import { deskSettings } from '../../moderation/policy/desk/settings.js';
import { localeAmong, sentenceOf, told } from '../../moderation/statements/compose.js';
import { type Wording, wordingFor } from '../../moderation/statements/wording.js';
import { currentPolicy, withCompany } from '../found.js';
import type { CommentRecord } from '../judging/record.js';
import { policyOf } from './policy-of.js';

const MILLISECONDS_PER_DAY = 86_400_000;
const LIMITS = { words: STATEMENT_WORDS_MAX, length: STATEMENT_WORD_LENGTH_MAX };

/** What one decision against a comment is told with. */
interface Told {
  readonly record: CommentRecord;
  readonly decision: Decision;
  readonly later: readonly Decision[];
  readonly basis: Basis;
  /** In force when it was decided. */
  readonly policy: Policy;
  /** In force now: how it is told, and what its author can do. */
  readonly current: Policy;
  readonly wording: Wording;
}

/** The statement of reasons for one of a comment's decisions, all of which are given. */
export async function stateDecision(
  deps: Pick<Deps, 'store'>,
  siteId: string,
  on: {
    readonly comment: Comment;
    readonly decision: Decision;
    readonly decisions: readonly Decision[];
    readonly locale: string | null;
  },
): Promise<Statement> {
  const { comment, decision, decisions } = on;
  const record = await withCompany(deps, siteId, comment);
  const settled = (await deps.store.statements.settledBy(siteId, [comment.id])).get(decision.id);
  const basis = basisOf(decision, { decisions, ...(settled ?? NOTHING_SETTLED) });
  const current = await currentPolicy(deps, siteId);
  const settings = deskSettings(current.document, 'statements');
  const locale = localeAmong([on.locale, comment.locale], settings);
  const wording = wordingFor(locale);
  const policy = await policyOf(deps, siteId, decision.policy_version);
  const later = decisions.filter((each) => each.comment_version > decision.comment_version);
  const all: Told = { record, decision, later, basis, policy, current, wording };
  const reasons = await reasonsOf(deps, siteId, all);
  const redress = await redressOf(deps, siteId, all);
  return told({ ...outlineOf(all), facts: factsOf(all, reasons), redress }, { locale, settings });
}

const NOTHING_SETTLED = { notices: [], reports: [] } as const;

function outlineOf({ record, decision, later, basis, policy, current }: Told) {
  const { terms_url } = deskSettings(current.document, 'statements');
  const { effect, source, automated_detection, automated_decision } = basis;
  return {
    decision_id: decision.id,
    block_id: null,
    comment_id: record.comment.id,
    effect,
    decided_at: decision.created_at,
    ends_at: null,
    ended_at: later[0]?.created_at ?? null,
    ground: {
      kind: basis.legal_ground === null ? ('terms' as const) : ('law' as const),
      legal_ground: basis.legal_ground,
      standard: basis.standard,
      policy_version: policy.version,
      policy_text: policy.document.text,
      terms_url: terms_url === '' ? null : terms_url,
    },
    source,
    automated_detection,
    automated_decision,
  };
}

function factsOf(
  { record, decision }: Told,
  reasons: readonly StatedReason[],
): Statement['facts'] {
  const { id, external_id, title, url } = record.thread;
  return {
    thread: { id, external_id, title, url },
    posted_at: record.comment.created_at,
    reasons,
    told: decision.actor.kind === 'moderator' && decision.block_id === null ? decision.reason : null,
  };
}

async function reasonsOf(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  { record, decision, basis, wording }: Told,
): Promise<readonly StatedReason[]> {
  const { comment } = record;
  const edited = comment.edited_at !== null;
  const revisions = edited ? await store.comments.revisions(siteId, comment.id) : [];
  const gone = comment.redacted_at !== null;
  const body = gone ? '' : bodyAt(comment, revisions, decision.comment_version);
  const texts = { body, name: gone ? '' : comment.author_name };
  return basis.findings.filter(mayBeTold).map((finding) => ({
    code: finding.reason,
    standard: finding.standard,
    message: sentenceOf(finding, wording),
    words: quotedWords(finding, texts, LIMITS),
  }));
}

async function redressOf(
  { store }: Pick<Deps, 'store'>,
  siteId: string,
  { decision, later, basis, current }: Told,
): Promise<Statement['redress']> {
  const { contact, redress, out_of_court } = deskSettings(current.document, 'statements');
  const days = deskSettings(current.document, 'appeals').period_days;
  const open = basis.effect === 'rejected' && later.length === 0 && days > 0;
  const appeal = open ? await store.appeals.ofDecision(siteId, decision.id) : null;
  const until = timestamp(Date.parse(decision.created_at) + days * MILLISECONDS_PER_DAY);
  return {
    appeal_until: open && appeal === null ? until : null,
    contact: contact === '' ? null : contact,
    own: redress === '' ? null : redress,
    out_of_court: out_of_court === '' ? null : out_of_court,
  };
}
