import { Type } from '@sinclair/typebox';

import { ACTIONS } from '../../domain/action.js';
import { DECISION_ACTIONS } from '../../domain/decision.js';
import {
  REPLAY_COMMENTS_MAX,
  REPLAY_EXAMPLES_DEFAULT,
  REPLAY_EXAMPLES_MAX,
} from '../../limits.js';
import { time } from './fields.js';
import { PolicyInputSchema } from './policy.js';
import { nullable, oneOf, reference } from './reference.js';

const count = (description: string) => Type.Integer({ minimum: 0, description });

/** Without an id of its own: its draft is checked by the validator of policies. */
export const ReplayRequestSchema = Type.Object(
  {
    draft: reference(PolicyInputSchema),
    from: Type.Optional(time('Only comments that came in at this time or later.')),
    to: Type.Optional(time('Only comments that came in before this time.')),
    examples_max: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: REPLAY_EXAMPLES_MAX,
        default: REPLAY_EXAMPLES_DEFAULT,
        description: 'The most examples of changes in the answer.',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: REPLAY_COMMENTS_MAX,
        default: REPLAY_COMMENTS_MAX,
        description: 'The most comments that are read. The newest are read first.',
      }),
    ),
  },
  {
    additionalProperties: false,
    examples: [{ draft: { rules: { link_count: { max_links: 0 } } }, limit: 1_000 }],
  },
);

const progress = {
  read: count('Comments read.'),
  total: count('Comments that there are to read.'),
  elapsed_seconds: Type.Number({ minimum: 0 }),
};

/** The data of the events `progress`. */
export const ReplayProgressSchema = Type.Object(progress, {
  $id: 'ReplayProgress',
  additionalProperties: false,
});

const change = {
  from: oneOf(ACTIONS, { description: "The engine's action at the time." }),
  to: oneOf(ACTIONS, { description: 'Its action under the draft.' }),
};

const Agreement = Type.Object(
  {
    agreed: count('The engine approved what the moderator approved, or rejected what they did.'),
    asked: count('The engine held the comment: it left the question to a person.'),
    contradicted: count('The engine approved what the moderator rejected, or the reverse.'),
  },
  { additionalProperties: false },
);

const RuleChanges = Type.Object(
  {
    rule: Type.String(),
    stricter: count('Changes to a severer action that its finding under the draft leads to.'),
    milder: count('Changes to a milder action, where its finding had led to the severer one.'),
  },
  { additionalProperties: false },
);

const People = Type.Object(
  {
    decided: count('Comments that were judged and about whose text a moderator decided since.'),
    before: Agreement,
    after: Agreement,
    won: count('Comments on which the draft agrees and the engine at the time did not.'),
    lost: count('Comments on which the engine at the time agreed and the draft does not.'),
  },
  {
    additionalProperties: false,
    description:
      "The engine's actions beside what moderators decided last about the same text: `before` at " +
      'the time, `after` under the draft. A hold asks a person, so it neither agrees nor ' +
      'contradicts; a comment that moves from hold to what the moderator decided is won.',
  },
);

const Example = Type.Object(
  {
    comment_id: Type.String(),
    ...change,
    rules: Type.Array(Type.String(), { description: 'The rules that caused the change.' }),
    person: nullable(oneOf(DECISION_ACTIONS), 'What a moderator decided; null where none did.'),
    excerpt: Type.String({ description: 'The beginning of the text.' }),
  },
  { additionalProperties: false },
);

export const ReplayResultSchema = Type.Object(
  {
    ended: oneOf(['complete', 'limit', 'cancelled'], {
      description:
        '`complete`: all was read. `limit`: the newest `limit` comments were. `cancelled`: the ' +
        'service is stopping, and the figures are of what was read until then.',
    }),
    ...progress,
    judged: count('Comments judged by the draft.'),
    skipped: count('Comments read and not judged, because no facts were kept with the decision.'),
    unchanged: count('Comments judged whose action is the same.'),
    kept: Type.Object(
      {
        approve: count('Approved then, and under the draft.'),
        hold: count('Held then, and under the draft.'),
        reject: count('Rejected then, and under the draft.'),
      },
      { additionalProperties: false, description: 'The unchanged by their action.' },
    ),
    changes: Type.Array(
      Type.Object({ ...change, count: count('How many.') }, { additionalProperties: false }),
      { description: 'Every kind of change that occurs.' },
    ),
    engine_drift: count(
      'Of the changes, those of comments that were judged by a policy equal to the draft: not the ' +
        'policy has changed, but the engine.',
    ),
    rules: Type.Array(RuleChanges, {
      description: 'Every rule that caused a change, most changes first.',
    }),
    people: People,
    examples: Type.Array(Example, { description: 'Of every kind of change some, newest first.' }),
    draft_digest: Type.String({ description: 'The digest that the draft would have in force.' }),
    from: nullable(time('As it was asked for.')),
    to: nullable(time('As it was asked for.')),
  },
  { $id: 'ReplayResult', additionalProperties: false },
);
