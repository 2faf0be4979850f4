import type { Static, TObject } from '@sinclair/typebox';

import type { Action } from '../domain/action.js';
import type { Field, Span } from '../domain/finding.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { Standard } from '../domain/standard.js';
import type { Facts } from './facts.js';
import type { Lexicon } from './lexicon.js';
import type { StrikeSettings } from './policy/desk/strikes.js';

/** What a rule says is true of a comment. What follows is the policy's to say. */
export type Outcome =
  | {
      readonly kind: 'match';
      readonly reason: ReasonCode;
      readonly field?: Field;
      readonly spans?: readonly Span[];
      readonly terms?: readonly string[];
      /** Only where the record itself names what follows, as a block's mode or a term does. */
      readonly action?: Action;
      /** Where the words are quoted, say, nothing severer may follow. */
      readonly at_most?: Action;
      readonly shadow?: boolean;
    }
  | { readonly kind: 'unknown'; readonly reason: ReasonCode };

/** What a rule answers when it found nothing: it is clear. */
export const CLEAR: readonly Outcome[] = [];

/** What a rule says of itself; `settings` adds its thresholds. */
export interface RuleDefaults {
  readonly enabled: boolean;
  readonly action: Action;
  readonly on_unknown: Action;
}

/** What a policy holds beside the sections of its rules, in the form that rules use. */
export interface PolicyContext {
  /** The built-in words and the policy's allowed terms, compiled. */
  readonly lexicon: Lexicon;
  readonly allowed_terms: readonly string[];
  readonly strikes: Pick<StrikeSettings, 'expire_after_days'>;
}

/** What a rule measured, beside the threshold that it was held against. */
export interface Gauge {
  /** The name of the threshold in the rule's section. */
  readonly setting: string;
  readonly value: number;
  readonly limit: number;
}

/** A rule under one policy. Every match, as one outcome for each reason and field; else `CLEAR`. */
export type Check = (facts: Facts) => readonly Outcome[];

/** One rule: says what is true of a comment, in terms of the facts alone. No I/O, no clock. */
export interface Rule<S extends TObject = TObject> {
  /** Stable: names the rule's section of the policy and is stored with every finding. */
  readonly id: string;
  readonly standard: Standard;
  /** Every reason the rule can give; the first stands for the rule when it fails. */
  readonly reasons: readonly [ReasonCode, ...ReasonCode[]];
  /** One sentence for the publisher, shown in the documentation of the policy. */
  readonly description: string;
  /** The rule's own thresholds, each with its bounds, default and a sentence. */
  readonly settings: S;
  /** The rest of the rule's section under the default policy. */
  readonly defaults: RuleDefaults;
  /** Approved comments, however many, do not exempt an author from it. */
  readonly never_exempts?: true;
  /** Done once for a policy, so that judging a comment compiles nothing. */
  compile(settings: Static<S>, context: PolicyContext): Check;
  /** How near the thresholds were, to explain a verdict; not asked where only judging is meant. */
  gauges?(settings: Static<S>, facts: Facts): readonly Gauge[];
}
