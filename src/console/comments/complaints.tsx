import { Link } from 'wouter-preact';

import type { CommentFile, Notice, Report } from '../../../openapi/types.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { More } from '../parts/more.js';
import { t } from '../strings/strings.js';
import { useNotices, useReports } from './queries.js';
import './complaints.css';

/** What readers complained of in a comment, in their own words; nothing where nobody did. */
export function Complaints({ file }: { readonly file: CommentFile | undefined }) {
  if (file === undefined) return null;
  const reported = (file.reports?.count ?? 0) > 0;
  return (
    <>
      {(file.notices?.open ?? 0) > 0 && <Notices comment={file.id} />}
      {reported && <Reports file={file} />}
    </>
  );
}

function Reports({ file }: { readonly file: CommentFile }) {
  const query = useReports(file.id, true);
  const reports = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const { count = 0, open = 0, weight = 0 } = file.reports ?? {};
  return (
    <section class="complaints" aria-labelledby="reports-heading">
      <h2 id="reports-heading" class="pane-heading">
        {t.reports.heading(count)}{' '}
        <span class="quiet">{open > 0 ? t.reports.open(open, weight) : t.reports.answered}</span>
      </h2>
      <ul>
        {reports.map((report) => (
          <ReportItem key={report.id} report={report} />
        ))}
      </ul>
      <More {...query} />
    </section>
  );
}

function ReportItem({ report }: { readonly report: Report }) {
  const { reason, text, reporter, created_at, outcome } = report;
  return (
    <li class="complaint">
      <p class="complaint-line">
        <span class="badge">{t.reportReason[reason]}</span>
        <bdi class="quiet">{reporter.external_id}</bdi>
        <span class="quiet">
          <Ago time={created_at} />
        </span>
        {outcome !== null && <span class="quiet">{t.reports.outcome[outcome]}</span>}
      </p>
      {text !== null && <MarkedText text={text} />}
    </li>
  );
}

function Notices({ comment }: { readonly comment: string }) {
  const { data } = useNotices(comment, true);
  const open = data?.data.filter(({ status }) => status === 'open') ?? [];
  return (
    <section class="complaints complaints-illegal" aria-labelledby="notices-heading">
      <h2 id="notices-heading" class="pane-heading">
        {t.notices.heading}
      </h2>
      <ul>
        {open.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const { id, explanation, law, notifier, trusted_flagger, created_at } = notice;
  return (
    <li class="complaint">
      <p class="complaint-line">
        {trusted_flagger && <span class="badge standing-blocked">{t.notices.trusted}</span>}
        <bdi>{notifier?.name ?? notifier?.external_id ?? t.notices.nameless}</bdi>
        {law !== null && <bdi class="badge">{law}</bdi>}
        <span class="quiet">
          <Ago time={created_at} />
        </span>
        <Link href={`/notices/${id}`}>{t.notices.answer}</Link>
      </p>
      <MarkedText text={explanation} />
    </li>
  );
}
