import { Type } from '@sinclair/typebox';

import { REPORT_OUTCOMES, REPORT_REASONS, REPORT_STATUSES } from '../../domain/report.js';
import { REPORT_TEXT_LENGTH_MAX } from '../../limits.js';
import { REPORTER_ANSWERS_MAX, REPORTER_WINDOW_SECONDS } from '../../limits/desk.js';
import { externalId, nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };

export const NewReportSchema = Type.Object(
  {
    reporter: Type.Object({ external_id: externalId('Your id of the reader.') }, strict),
    reason: oneOf(REPORT_REASONS, {
      description:
        'The standard that the comment breaks, as the reader sees it. `illegal` is a reader’s ' +
        'word; whoever wants an answer in law sends a notice (POST /v1/comments/{id}/notices).',
    }),
    text: Type.Optional(
      Type.Unsafe<string | null>({
        description: 'In the reader’s own words.',
        anyOf: [{ type: 'string', maxLength: REPORT_TEXT_LENGTH_MAX }, { type: 'null' }],
      }),
    ),
  },
  {
    ...strict,
    $id: 'NewReport',
    examples: [{ reporter: { external_id: 'reader-12' }, reason: 'hate', text: 'See line two.' }],
  },
);

export const ReportSchema = Type.Object(
  {
    id: Type.String({ examples: ['rep_01kar0pxvsjh5gq0mzv8xk2w9d'] }),
    comment_id: Type.String(),
    comment_version: Type.Integer({ minimum: 1, description: 'The version that was reported.' }),
    reporter: Type.Object({ external_id: Type.String() }, strict),
    reason: oneOf(REPORT_REASONS),
    text: nullable(Type.String()),
    created_at: time('When it was made.'),
    status: oneOf(REPORT_STATUSES),
    outcome: nullable(
      oneOf(REPORT_OUTCOMES),
      'What a person made of it: `agreed` where the comment was rejected, `disagreed` where it ' +
        'was approved, `lapsed` where its author withdrew or changed it first; null while open.',
    ),
    settled_at: nullable(time('When it was answered.')),
    decision_id: nullable(Type.String(), 'The decision that answered it.'),
  },
  { ...strict, $id: 'Report', description: 'A reader’s complaint about a comment.' },
);

export const ReportPageSchema = Type.Object(
  { data: Type.Array(reference(ReportSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'ReportPage' },
);

export const ReporterSchema = Type.Object(
  {
    external_id: Type.String({ description: 'Your id of the reader.' }),
    weight: Type.Number({
      description:
        'What a report of theirs weighs: 2 × (agreed + 2) ÷ (agreed + disagreed + 4) of `record`. ' +
        '1 for one of whom nothing is known.',
    }),
    proven: Type.Boolean({
      description:
        'Whether a person agreed with any of `record`. Those who are not weigh no more on one ' +
        'comment, all together, than `reports.unproven_weight_max` of the policy.',
    }),
    record: Type.Object(
      { agreed: Type.Integer(), disagreed: Type.Integer() },
      {
        ...strict,
        description:
          `The latest answered reports, at most ${REPORTER_ANSWERS_MAX}, answered within ` +
          `${REPORTER_WINDOW_SECONDS / 86_400} days.`,
      },
    ),
    counts: Type.Object(
      {
        total: Type.Integer(),
        open: Type.Integer(),
        agreed: Type.Integer(),
        disagreed: Type.Integer(),
        lapsed: Type.Integer(),
      },
      { ...strict, description: 'Of all reports they ever made.' },
    ),
    first_report_at: time('When they first reported.'),
    last_report_at: time('When they last reported.'),
  },
  { ...strict, $id: 'Reporter', description: 'A reader as one who reports.' },
);
