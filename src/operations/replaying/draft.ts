import type { PolicyDocument } from '../../domain/policy.js';
import { GatepostError } from '../../domain/errors.js';
import type { Verdict } from '../../domain/finding.js';
import { type CompiledPolicy, compilePolicy } from '../../moderation/compile.js';
import { evaluate } from '../../moderation/evaluate.js';
import {
  type Facts,
  historyFrom,
  outsideFrom,
  type StoredHistory,
  textFacts,
} from '../../moderation/facts.js';
import { completePolicy } from '../../moderation/policy/complete.js';
import { policyDigest } from '../../moderation/policy/digest.js';
import type { JudgedComment } from '../../store/record-store.js';

/** A policy that is not in force, ready to judge by. */
export interface Draft {
  readonly digest: string;
  readonly compiled: CompiledPolicy;
}

/**
 * Makes a draft ready.
 *
 * @throws GatepostError `invalid_policy` with pointers that begin with `/draft`.
 */
export function readyDraft(input: unknown): Draft {
  const document = checkedDraft(input);
  const digest = policyDigest(document);
  const policy = { version: 0, digest, document, created_at: '', created_by: '' };
  return { digest, compiled: compilePolicy(policy) };
}

function checkedDraft(input: unknown): PolicyDocument {
  const completed = completePolicy(input);
  if (completed.ok) return completed.document;
  const errors = completed.errors.map(({ pointer, detail }) => ({
    pointer: `/draft${pointer}`,
    detail,
  }));
  const mistakes = errors.length === 1 ? '1 mistake' : `${errors.length} mistakes`;
  throw new GatepostError('invalid_policy', `The draft has ${mistakes}.`, { errors });
}

/** Judges a stored comment by a draft, with what was known when the engine judged it. */
export function judgeAgain({ compiled }: Draft, comment: JudgedComment, kept: string): Verdict {
  return evaluate(compiled, factsOf(comment, kept));
}

/** What is stored of a judgement. */
interface Kept {
  readonly history: StoredHistory;
  readonly scores: Facts['scores'];
  readonly outside?: Facts['outside'];
}

function factsOf(comment: JudgedComment, kept: string): Facts {
  const author = {
    name: comment.author_name,
    email: comment.author_email,
    url: comment.author_url,
    ip: comment.author_ip,
    user_agent: comment.user_agent,
  };
  const { history, scores, outside } = JSON.parse(kept) as Kept;
  return {
    ...textFacts({ body: comment.body, locale: comment.locale, author }),
    history: historyFrom(history),
    scores,
    outside: outsideFrom(outside),
  };
}
