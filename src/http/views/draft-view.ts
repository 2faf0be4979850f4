import type { Static } from '@sinclair/typebox';

import type { CheckedPolicy } from '../../operations/check-policy.js';
import type { TriedTerm, TriedText } from '../../operations/try-term.js';
import type { PolicyCheckSchema, TermTrialSchema } from '../schemas/draft.js';
import { changeView, documentView } from './policy-view.js';

export function policyCheckView({
  document,
  changes,
  ...rest
}: CheckedPolicy): Static<typeof PolicyCheckSchema> {
  return { ...rest, document: documentView(document), changes: changes.map(changeView) };
}

export function termTrialView({
  spellings,
  texts,
  approved,
}: TriedTerm): Static<typeof TermTrialSchema> {
  return {
    spellings: spellings.map(spansCopied),
    texts: texts.map(spansCopied),
    approved: {
      ...approved,
      examples: approved.examples.map((each) => ({ ...each, spans: [...each.spans] })),
    },
  };
}

const spansCopied = <T extends TriedText>(tried: T) => ({ ...tried, spans: [...tried.spans] });
