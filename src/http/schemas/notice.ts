import { Type } from '@sinclair/typebox';

import { NOTICE_ACTIONS, NOTICE_STATUSES } from '../../domain/notice.js';
import { STANDARDS } from '../../domain/standard.js';
import {
  EMAIL_LENGTH_MAX,
  EXTERNAL_ID_LENGTH_MAX,
  NAME_LENGTH_MAX,
  REASON_LENGTH_MAX,
  URL_LENGTH_MAX,
} from '../../limits.js';
import { NOTICE_EXPLANATION_LENGTH_MAX, NOTICE_EXPLANATION_LENGTH_MIN } from '../../limits/desk.js';
import { nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };
const PRIVATE = 'Only with scope `moderate` or `admin`.';

const optionalText = (maxLength: number, description: string) =>
  Type.Optional(
    Type.Unsafe<string | null>({
      description,
      anyOf: [{ type: 'string', maxLength }, { type: 'null' }],
    }),
  );

const email = Type.Optional(
  Type.Unsafe<string | null>({
    description: 'Where the answer can be sent.',
    anyOf: [
      { type: 'string', maxLength: EMAIL_LENGTH_MAX, pattern: '^$|^[^\\s@]+@[^\\s@]+$' },
      { type: 'null' },
    ],
  }),
);

export const NewNoticeSchema = Type.Object(
  {
    notifier: Type.Object(
      {
        name: optionalText(NAME_LENGTH_MAX, 'Who sends it. Needed, unless `may_be_unnamed`.'),
        email,
        external_id: optionalText(EXTERNAL_ID_LENGTH_MAX, 'Your id of them, if you know them.'),
      },
      { ...strict, description: 'Personal data: shown to moderators, and to nobody else.' },
    ),
    url: optionalText(URL_LENGTH_MAX, 'The exact address at which they saw the comment.'),
    explanation: Type.String({
      minLength: NOTICE_EXPLANATION_LENGTH_MIN,
      maxLength: NOTICE_EXPLANATION_LENGTH_MAX,
      description: 'Why the comment is illegal, so that a person can tell without a trial.',
    }),
    law: optionalText(REASON_LENGTH_MAX, 'Which law it breaks, as the notifier sees it.'),
    good_faith: Type.Literal(true, {
      description: 'They believe in good faith that what they say is accurate and complete.',
    }),
    may_be_unnamed: Type.Optional(
      Type.Boolean({
        default: false,
        description:
          'The notice is about the sexual abuse of children (Articles 3 to 7 of Directive ' +
          '2011/93/EU): it may come without name and e-mail address.',
      }),
    ),
    trusted_flagger: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'You know the notifier to be a trusted flagger (Article 22).',
      }),
    ),
  },
  {
    ...strict,
    $id: 'NewNotice',
    examples: [
      {
        notifier: { name: 'Ada Byron', email: 'ada@example.org' },
        url: 'https://news.example/a/1#comment-7',
        explanation: 'The comment says that I stole from the museum, which no court ever found.',
        law: '§ 186 StGB',
        good_faith: true,
      },
    ],
  },
);

export const NoticeSchema = Type.Object(
  {
    id: Type.String({ examples: ['ntc_01kar0pxvsjh5gq0mzv8xk2w9d'] }),
    comment_id: Type.String(),
    comment_version: Type.Integer({ minimum: 1, description: 'The version it speaks of.' }),
    status: oneOf(NOTICE_STATUSES),
    url: nullable(Type.String()),
    explanation: Type.String(),
    law: nullable(Type.String()),
    notifier: Type.Optional(
      Type.Object(
        {
          name: nullable(Type.String()),
          email: nullable(Type.String()),
          external_id: nullable(Type.String()),
        },
        { ...strict, description: PRIVATE },
      ),
    ),
    trusted_flagger: Type.Boolean(),
    created_at: time('When it came in.'),
    receipt: Type.String({ description: 'Confirms to the notifier that it came in.' }),
    decided_at: nullable(time('When a person answered it.')),
    decided_by: Type.Optional(nullable(Type.String(), `The name of the moderator’s key. ${PRIVATE}`)),
    decision_id: nullable(Type.String(), 'The decision about the comment; null for none.'),
    answer: nullable(
      Type.String(),
      'Tells the notifier what was decided, why, and what can be done about it; null while open.',
    ),
  },
  { ...strict, $id: 'Notice', description: 'An allegation that a comment is illegal.' },
);

export const NoticePageSchema = Type.Object(
  { data: Type.Array(reference(NoticeSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'NoticePage' },
);

export const DecideNoticeSchema = Type.Object(
  {
    action: oneOf(NOTICE_ACTIONS, {
      description: '`remove` rejects the comment; `keep` approves it, where it is not rejected.',
    }),
    reason: Type.String({
      minLength: 1,
      maxLength: REASON_LENGTH_MAX,
      description: 'Why. The notifier and the author read it.',
    }),
    seen_version: Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'The `version` of the comment that the moderator looked at.',
    }),
    legal_ground: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: REASON_LENGTH_MAX,
        description: 'Of a removal: the law. What the notice named, if left out.',
      }),
    ),
    standard: Type.Optional(
      oneOf(STANDARDS, {
        description: 'Of a removal: the publisher’s standard, where the law is not the ground.',
      }),
    ),
  },
  {
    ...strict,
    $id: 'DecideNotice',
    examples: [
      {
        action: 'remove',
        reason: 'It states as a fact what no court has found.',
        seen_version: 1,
        legal_ground: '§ 186 StGB',
      },
    ],
  },
);
