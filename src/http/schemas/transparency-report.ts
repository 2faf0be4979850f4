import { Type } from '@sinclair/typebox';

import { APPEAL_STATUSES } from '../../domain/appeal.js';
import { BLOCK_MODES, BLOCK_RAISERS } from '../../domain/block.js';
import { NOTICE_STATUSES } from '../../domain/notice.js';
import { time } from './fields.js';
import { nullable } from './reference.js';

const strict = { additionalProperties: false };
const count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description !== undefined && { description }) });
const counts = (description: string) =>
  Type.Record(Type.String(), Type.Integer({ minimum: 0 }), { description });
const each = <const T extends readonly string[]>(names: T) =>
  Type.Unsafe<Readonly<Record<T[number], number>>>(
    Type.Object(Object.fromEntries(names.map((name) => [name, count()])), strict),
  );
const seconds = nullable(Type.Number({ minimum: 0 }), 'Seconds; null where there are none.');
const rate = (description: string) =>
  nullable(Type.Number({ minimum: 0, maximum: 1 }), description);

const rejections = Type.Object(
  {
    total: count('Those that have a statement of reasons of their own.'),
    hidden: count('Of these, without their author being told.'),
    reversed: count('Of these, published by a later decision.'),
    by_category: counts('By category of the transparency database.'),
    by_standard: counts('By standard; `none` where none is named.'),
    by_ground: each(['law', 'terms']),
    by_source: counts('By what led to them.'),
    automated_detection: count('Found by automated means.'),
    automated_decision: counts('`fully`, `partially` or `not` decided by automated means.'),
    by_language: counts('By ISO 639-1; `unknown` for comments without a locale.'),
  },
  strict,
);

const waiting = Type.Object(
  {
    decided: count('Comments that waited for a person and got a decision.'),
    approved: count(),
    rejected: count(),
    median_seconds: seconds,
  },
  { ...strict, description: 'Of what came to wait within the time: until a person decided.' },
);

const automation = Type.Object(
  {
    rejections: count('By the engine alone.'),
    rejections_reviewed: count('Of these, decided about by a person, or upheld on appeal.'),
    rejections_overturned: count('Of these, approved by the first person who decided.'),
    approvals: count('By the engine alone.'),
    approvals_overturned: count('Of these, rejected by a person.'),
    error_rate_of_reviewed: rate('`rejections_overturned` / `rejections_reviewed`.'),
    error_rate_of_all: rate('`rejections_overturned` / `rejections`: what nobody saw counts right.'),
  },
  { ...strict, description: 'How often people overturned what automated means decided.' },
);

const blocks = Type.Object(
  {
    total: count(),
    for_good: count('Without an end.'),
    by_mode: each(BLOCK_MODES),
    by_raiser: each(BLOCK_RAISERS),
  },
  strict,
);

export const TransparencyReportSchema = Type.Object(
  {
    from: time('The beginning of the period.'),
    to: time('Its end, exclusive.'),
    rejections,
    waiting,
    automation,
    blocks,
    notices: Type.Object(
      {
        total: count(),
        from_trusted_flaggers: count(),
        by_status: each(NOTICE_STATUSES),
        median_seconds: seconds,
      },
      strict,
    ),
    appeals: Type.Object(
      { total: count(), by_status: each(APPEAL_STATUSES), median_seconds: seconds },
      strict,
    ),
  },
  { ...strict, $id: 'TransparencyReport' },
);
