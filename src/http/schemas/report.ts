import { Type } from '@sinclair/typebox';

import { REPORT_REASONS } from '../../domain/report.js';
import { REPORT_TEXT_LENGTH_MAX } from '../../limits.js';
import { externalId, nextCursor, time } from './fields.js';
import { nullable, oneOf, reference } from './reference.js';

const strict = { additionalProperties: false };

export const NewReportSchema = Type.Object(
  {
    reporter: Type.Object({ external_id: externalId('Your id of the reader.') }, strict),
    reason: oneOf(REPORT_REASONS, {
      description: 'The standard that the comment breaks, as the reader sees it.',
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
  },
  { ...strict, $id: 'Report', description: 'A reader’s complaint about a comment.' },
);

export const ReportPageSchema = Type.Object(
  { data: Type.Array(reference(ReportSchema)), next_cursor: nextCursor },
  { ...strict, $id: 'ReportPage' },
);
