import type { Static } from '@sinclair/typebox';

import type { Caller } from '../../deps.js';
import type { Preview } from '../../operations/preview-comment.js';
import type { PreviewSchema } from '../schemas/preview.js';
import { verdictView } from './comment-view.js';

export function previewView(
  { verdict, explanation }: Preview,
  caller: Caller,
): Static<typeof PreviewSchema> {
  return {
    verdict: verdictView(verdict, caller),
    ...(explanation !== null && { explanation }),
  };
}
