import { type TSchema, Type } from '@sinclair/typebox';

import { ACTIONS, type Action } from '../../domain/action.js';
import type { Field } from '../../domain/finding.js';
import type { PolicyTerm } from '../../domain/policy.js';
import { STANDARDS, type Standard } from '../../domain/standard.js';
import { NOTE_LENGTH_MAX, TERM_LANGUAGES_MAX, TERM_LENGTH_MAX } from '../../limits.js';

export const TERM_KINDS = ['text', 'regex'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** Where a blocked term can be looked for. */
export const TERM_FIELDS = [
  'body',
  'author.name',
  'author.email',
  'author.url',
] as const satisfies readonly Field[];
export type TermField = (typeof TERM_FIELDS)[number];

/** A blocked term as a publisher writes it. */
export type BlockedTermInput =
  | string
  | {
      readonly term: string;
      readonly kind?: TermKind;
      readonly standard?: Standard;
      readonly action?: Action;
      readonly languages?: readonly string[];
      readonly fields?: readonly TermField[];
      readonly note?: string;
    };

const oneOf = (values: readonly string[], description: string): TSchema =>
  Type.Unsafe({ type: 'string', enum: [...values], description });

const term = (description: string): TSchema =>
  Type.String({ minLength: 1, maxLength: TERM_LENGTH_MAX, description });

const note = Type.Optional(
  Type.String({ maxLength: NOTE_LENGTH_MAX, description: 'For the publisher; looked at by nobody else.' }),
);

/** What holds for a text holds for the text alone, and what holds for an object likewise. */
const textOrObject = (members: Record<string, TSchema>, description: string): object => ({
  ...Type.Object(members, { additionalProperties: false }),
  type: ['string', 'object'],
  minLength: 1,
  maxLength: TERM_LENGTH_MAX,
  description,
});

export const BlockedTerm = Type.Unsafe<BlockedTermInput>(textOrObject(
  {
    term: term(
      'A word, a phrase, a word with asterisks for any letters ("c*sino"), or an expression.',
    ),
    kind: Type.Optional(
      oneOf(
        TERM_KINDS,
        'text (the default) is found in any spelling that reads the same. regex is a regular ' +
          'expression in the syntax of RE2, without regard to case unless it says (?-i), in the ' +
          'text as it was sent and, for body and name, as it reads; \\w is a letter of any ' +
          'script, and \\b at either end of the expression where such a word ends.',
      ),
    ),
    standard: Type.Optional(
      oneOf(STANDARDS, 'The standard that the term breaks; off_limits when left out.'),
    ),
    action: Type.Optional(
      oneOf(ACTIONS, "What follows from this term; the rule's action when left out."),
    ),
    languages: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z]{2}$' }), {
        minItems: 1,
        maxItems: TERM_LANGUAGES_MAX,
        description:
          'Matched only in comments written in one of these languages (ISO 639-1). Where a comment ' +
          'has the term and its language cannot be told, the rule is `unknown`; a `locale` with ' +
          'every comment avoids that.',
      }),
    ),
    fields: Type.Optional(
      Type.Array(oneOf(TERM_FIELDS, 'A part of a submission.'), {
        minItems: 1,
        maxItems: TERM_FIELDS.length,
        description: 'Where it is looked for; in body and author.name when left out.',
      }),
    ),
    note,
  },
  'A term, or an object that says more of it.',
));

export const AllowedTerm = Type.Unsafe<PolicyTerm>(textOrObject(
  {
    term: term('A word or a phrase.'),
    kind: Type.Optional(oneOf(['text'], 'Allowed terms are texts.')),
    note,
  },
  'A term, or an object with a note to it.',
));
