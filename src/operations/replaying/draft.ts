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
import type { JudgedComment } from '../../store/record-store.js';
import { draftPolicy } from '../drafting/checked-policy.js';

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
  const policy = draftPolicy(input);
  return { digest: policy.digest, compiled: compilePolicy(policy) };
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
