import type { Scores } from '../../src/classifier/classifier.js';
import type { Finding, Verdict } from '../../src/domain/finding.js';
import type { OutsideFact } from '../../src/domain/outside-scores.js';
import type { Policy, PolicyDocument } from '../../src/domain/policy.js';
import { compilePolicy } from '../../src/moderation/compile.js';
import { evaluate } from '../../src/moderation/evaluate.js';
import {
  EMPTY_HISTORY,
  type Facts,
  type HistoryFacts,
  textFacts,
} from '../../src/moderation/facts.js';
import { completePolicy } from '../../src/moderation/policy/complete.js';
import { defaultPolicyDocument } from '../../src/moderation/policy/default.js';
import { policyDigest } from '../../src/moderation/policy/digest.js';

/** What a test says of a comment; the rest is an ordinary one. */
export interface Case {
  readonly body?: string;
  readonly name?: string;
  readonly email?: string | null;
  readonly url?: string | null;
  readonly ip?: string | null;
  readonly user_agent?: string | null;
  readonly locale?: string | null;
  readonly history?: Partial<HistoryFacts>;
  readonly scores?: Scores;
  readonly outside?: OutsideFact;
}

export function factsOf({ body = 'A comment.', name = 'Reader', ...rest }: Case): Facts {
  const text = textFacts({
    body,
    author: {
      name,
      email: rest.email ?? null,
      url: rest.url ?? null,
      ip: rest.ip ?? null,
      user_agent: rest.user_agent ?? null,
    },
    locale: rest.locale ?? null,
  });
  const { scores = null, outside = null } = rest;
  return { ...text, history: { ...EMPTY_HISTORY, ...rest.history }, scores, outside };
}

export function policyOf(document: PolicyDocument): Policy {
  return {
    version: 1,
    digest: policyDigest(document),
    document,
    created_at: '2026-01-01T00:00:00.000Z',
    created_by: 'test',
  };
}

/** A policy that a publisher sends, completed; a mistake in it fails the test. */
export function policyFrom(input: unknown): Policy {
  const completed = completePolicy(input);
  if (!completed.ok) throw new Error(JSON.stringify(completed.errors));
  return policyOf(completed.document);
}

const standing = compilePolicy(policyOf(defaultPolicyDocument()));

/** Judges under the default policy, or under what `input` makes of it. */
export function judged(comment: Case, input?: unknown): Verdict {
  const compiled = input === undefined ? standing : compilePolicy(policyFrom(input));
  return evaluate(compiled, factsOf(comment), (rule, fault) => {
    throw new Error(`rule ${rule} failed`, { cause: fault });
  });
}

/** The findings of one rule. */
export function findingsOf(rule: string, comment: Case, input?: unknown): readonly Finding[] {
  return judged(comment, input).findings.filter((finding) => finding.rule === rule);
}

/** The stretches of the body that a rule's findings cover, as they were submitted. */
export function coveredBy(rule: string, body: string, input?: unknown): readonly string[] {
  return findingsOf(rule, { body }, input).flatMap(({ field, spans }) =>
    field === 'body' ? spans.map(({ start, end }) => body.slice(start, end)) : [],
  );
}
