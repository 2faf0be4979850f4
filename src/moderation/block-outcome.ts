import type { BlockKind } from '../domain/block.js';
import type { Field } from '../domain/finding.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { BlockFact } from './facts.js';
import type { Outcome } from './rule.js';

const FIELD_OF_KIND: Readonly<Partial<Record<BlockKind, Field>>> = {
  name: 'author.name',
  email: 'author.email',
  email_domain: 'author.email',
  ip: 'author.ip',
};

/** What follows from a block: its own mode, or for `reject` what the rule's section says. */
export function blockOutcome(reason: ReasonCode, { kind, mode }: BlockFact): Outcome {
  const field = FIELD_OF_KIND[kind];
  const match = { kind: 'match', reason, ...(field === undefined ? {} : { field }) } as const;
  if (mode === 'hold') return { ...match, action: 'hold' };
  if (mode === 'shadow') return { ...match, action: 'reject', shadow: true };
  return match;
}
