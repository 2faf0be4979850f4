import type { Caller } from '../../deps.js';
import { permits } from '../../domain/api-key.js';
import { GatepostError } from '../../domain/errors.js';

/** Who asks for a statement, and in which language. */
export interface StatementAsked {
  readonly caller: Caller;
  readonly id: string;
  /** Null for the language of the comment. */
  readonly locale: string | null;
}

/** Whether the caller may know what an author is not told of. */
export function seesHidden({ scope }: Caller): boolean {
  return permits(scope, 'moderate');
}

export function notRestricted(what: 'comment' | 'decision' | 'block'): GatepostError {
  const detail = {
    comment: 'The comment is not restricted.',
    decision: 'The decision restricts nothing.',
    block: 'The block restricts nothing that its author is told of.',
  }[what];
  return new GatepostError('not_restricted', detail);
}
