import type { Static } from '@sinclair/typebox';

import type { Report } from '../../domain/report.js';
import type { Reporter } from '../../operations/get-reporter.js';
import type { ReporterSchema, ReportSchema } from '../schemas/report.js';

export function reportView(report: Report): Static<typeof ReportSchema> {
  return {
    id: report.id,
    comment_id: report.comment_id,
    comment_version: report.comment_version,
    reporter: { external_id: report.reporter_external_id },
    reason: report.reason,
    text: report.text,
    created_at: report.created_at,
    status: report.settled_at === null ? 'open' : 'settled',
    outcome: report.outcome,
    settled_at: report.settled_at,
    decision_id: report.settled_by,
  };
}

export function reporterView(reporter: Reporter): Static<typeof ReporterSchema> {
  const { first_at, last_at, ...counts } = reporter.counts;
  return {
    external_id: reporter.external_id,
    weight: Math.round(reporter.weight * 1000) / 1000,
    proven: reporter.proven,
    record: reporter.record,
    counts,
    first_report_at: first_at,
    last_report_at: last_at,
  };
}
