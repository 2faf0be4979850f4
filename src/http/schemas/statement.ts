import { Type } from '@sinclair/typebox';

import { STANDARDS } from '../../domain/standard.js';
import { AUTOMATIONS, EFFECTS, STATEMENT_SOURCES } from '../../domain/statement.js';
import { time } from './fields.js';
import { nullable, oneOf } from './reference.js';

const strict = { additionalProperties: false };

const thread = Type.Object(
  {
    id: Type.String(),
    external_id: Type.String(),
    title: nullable(Type.String()),
    url: nullable(Type.String()),
  },
  strict,
);

const facts = Type.Object(
  {
    thread: nullable(thread, 'Where the comment stands; null for a block.'),
    posted_at: nullable(time('When the comment was written.')),
    reasons: Type.Array(
      Type.Object(
        {
          code: Type.String({ description: 'A reason code, as in findings.' }),
          standard: oneOf(STANDARDS),
          message: Type.String(),
          words: Type.Array(Type.String(), { description: 'The author’s own words.' }),
        },
        strict,
      ),
    ),
    told: nullable(Type.String(), 'What the moderator tells the author.'),
  },
  strict,
);

const ground = Type.Object(
  {
    kind: oneOf(['law', 'terms']),
    legal_ground: nullable(Type.String(), 'The law, with kind `law`.'),
    standard: nullable(oneOf(STANDARDS), 'Null where none is named, or the comment only waits.'),
    policy_version: Type.Integer(),
    policy_text: Type.String({ description: 'The discussion policy as it was then.' }),
    terms_url: nullable(Type.String()),
  },
  strict,
);

const redress = Type.Object(
  {
    appeal_until: nullable(time('Until when.'), 'Null: no appeal is possible, or there was one.'),
    contact: nullable(Type.String()),
    own: nullable(Type.String(), 'In the publisher’s words.'),
    out_of_court: nullable(Type.String()),
  },
  strict,
);

export const StatementSchema = Type.Object(
  {
    decision_id: nullable(Type.String(), 'Null for a block.'),
    block_id: nullable(Type.String()),
    comment_id: nullable(Type.String()),
    locale: Type.String({ description: 'The language of its message.' }),
    effect: oneOf(EFFECTS),
    decided_at: time('When it was decided.'),
    ends_at: nullable(time('When it ends by itself.')),
    ended_at: nullable(time('Since when it no longer stands.')),
    message: Type.String({ description: 'What the author should read first.' }),
    facts,
    ground,
    source: oneOf(STATEMENT_SOURCES, { description: 'What led to it.' }),
    automated_detection: Type.Boolean(),
    automated_decision: oneOf(AUTOMATIONS),
    redress,
    text: Type.String({ description: 'All of it, as it is sent for `Accept: text/plain`.' }),
  },
  {
    ...strict,
    $id: 'Statement',
    description: 'A statement of reasons (Article 17 of the Digital Services Act).',
  },
);
