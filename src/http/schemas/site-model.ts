import { Type } from '@sinclair/typebox';

import { GROUNDS } from '../../domain/site-model.js';
import { HOUSE_TERMS_SHOWN_MAX } from '../../limits.js';
import { time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const count = (description: string) => Type.Integer({ minimum: 0, description });

const Figures = (description: string) =>
  Type.Object(
    {
      log_loss: Type.Number({ description: 'Mean, in nats; lower is better.' }),
      roc_auc: Type.Number({ description: '0.5 is chance, 1 is without fault.' }),
    },
    { additionalProperties: false, description },
  );

const Trial = Type.Object(
  {
    decisions: count('Later decisions that were foretold.'),
    rejected: count('Of these, rejections.'),
    shipped: Figures('The shipped model alone, fitted to how often this site rejects.'),
    house: Figures('With what was learnt from the earlier decisions.'),
    gain: Type.Number({ description: 'By how much the mean log loss was lower.' }),
    gain_at_least: Type.Number({
      description: 'The same at the least, with a confidence of 95 %; a version acts from 0.005 on.',
    }),
    held: count('Later comments that it would have held, at the default threshold.'),
    held_rejected: count('Of these, those that moderators rejected.'),
  },
  { additionalProperties: false },
);

const SiteModelRecord = Type.Object(
  {
    read: count('Decisions that were read: last words of moderators on texts as they now are.'),
    used: count('Of these, those that were not repeated, contradicted, or too many of one author.'),
    approved: count('Of those used.'),
    rejected: count('Of those used.'),
    moderators: count('Who decided them.'),
    authors: count('Whose comments they were about.'),
    last_decision_id: nullable(Type.String(), 'The newest that was read; null for none.'),
    trial: nullable(
      Trial,
      'What came of learning from the earlier four fifths and foretelling the rest; null where ' +
        'there was too little.',
    ),
    passing: Type.Object(
      {
        read: count('Comments that stand approved without a person: the newest.'),
        held: count('Of these, those that it would hold.'),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

const head = {
  version: Type.Integer({ minimum: 1 }),
  created_at: time('When it was learnt.'),
  created_by: Type.String({ description: 'Who asked for it; `gatepost` for the service itself.' }),
  base_version: Type.String({
    description: 'The shipped model that it stands on; with another one it does not act.',
  }),
  ground: oneOf(GROUNDS, { description: 'Why it may act (`better`), or why not.' }),
  record: SiteModelRecord,
};

const LearntTerm = Type.Object(
  {
    term: Type.String({ description: 'A word, or two in a row, folded.' }),
    weight: Type.Number({ description: 'What it adds to the logit of a rejection.' }),
    rejected: count('Texts with it that were rejected.'),
    decided: count('Texts with it that were rejected or approved.'),
  },
  { additionalProperties: false },
);

const terms = (description: string) =>
  Type.Array(LearntTerm, { maxItems: HOUSE_TERMS_SHOWN_MAX, description });

export const SiteModelSchema = Type.Object(
  {
    ...head,
    terms: count('How many words and pairs it weighs.'),
    raises: terms('Those that speak most for a rejection.'),
    lowers: terms('Those that speak most for an approval.'),
  },
  { $id: 'SiteModel', additionalProperties: false },
);

export const SiteModelStateSchema = Type.Object(
  {
    use: oneOf(['newest', 'pinned', 'off'], { description: 'What an administrator chose.' }),
    pinned_version: nullable(Type.Integer({ minimum: 1 })),
    chosen_at: nullable(time('When.'), 'Null where nobody has chosen.'),
    chosen_by: nullable(Type.String(), 'Null where nobody has chosen.'),
    acting_version: nullable(
      Type.Integer({ minimum: 1 }),
      'The version that comments are scored by; null where none acts.',
    ),
    model: nullable(
      reference(SiteModelSchema),
      'The chosen version, or the newest where it is switched off; null before the first.',
    ),
    versions: Type.Array(Type.Object(head, { additionalProperties: false }), {
      description: 'Newest first; the oldest are forgotten.',
    }),
  },
  { $id: 'SiteModelState', additionalProperties: false },
);

export const SiteModelChoiceSchema = Type.Object(
  {
    version: Type.Unsafe<number | 'newest' | null>({
      anyOf: [
        { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
        { type: 'string', enum: ['newest'] },
        { type: 'null' },
      ],
      description: 'A version to stay with, `newest`, or null to switch it off.',
    }),
  },
  { $id: 'SiteModelChoice', additionalProperties: false, examples: [{ version: null }] },
);
