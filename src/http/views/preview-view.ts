import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import type { Preview } from '../../operations/preview-comment.js';
import type { ExplanationSchema, PreviewSchema } from '../schemas/preview.js';
import { verdictView } from './comment-view.js';

export function previewView(
  { verdict, explanation }: Preview,
  caller: Caller,
): Static<typeof PreviewSchema> {
  return {
    verdict: verdictView(verdict, caller),
    ...(explanation !== null && { explanation: explanationView(explanation) }),
  };
}

type Explanation = NonNullable<Preview['explanation']>;

function explanationView({ rules, ...rest }: Explanation): Static<typeof ExplanationSchema> {
  return { ...rest, rules: rules.map((rule) => ({ ...rule, gauges: [...rule.gauges] })) };
}
