import type { Static } from '@sinclair/typebox';

import type { Report } from '../../domain/report.js';
import type { ReportSchema } from '../schemas/report.js';

export function reportView(report: Report): Static<typeof ReportSchema> {
  return {
    id: report.id,
    comment_id: report.comment_id,
    comment_version: report.comment_version,
    reporter: { external_id: report.reporter_external_id },
    reason: report.reason,
    text: report.text,
    created_at: report.created_at,
  };
}
