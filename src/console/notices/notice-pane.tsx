import type { CommentFile, Notice } from '../../../openapi/types.js';
import { AuthorGlance } from '../comments/author-glance.js';
import { CommentText } from '../comments/comment-text.js';
import { History } from '../comments/history.js';
import { useCommentFile } from '../comments/queries.js';
import { ThreadLine } from '../comments/thread-line.js';
import { Loading } from '../parts/loading.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago, Moment } from '../parts/moment.js';
import { Problem } from '../parts/problem.js';
import { useFirstFocus } from '../parts/use-first-focus.js';
import { t } from '../strings/strings.js';
import { DecideForm } from './decide-form.js';
import { NoticeBadge, notifierName } from './notice-badge.js';
import { Notifier } from './notifier.js';
import { useNotice } from './queries.js';

interface NoticePaneProps {
  readonly id: string;
  /** The address of the next one that waits; null where none does. */
  readonly next: string | null;
}

/** A notice with the comment that it is about, and the answer to it. */
export function NoticePane({ id, next }: NoticePaneProps) {
  const notice = useNotice(id);
  const file = useCommentFile(notice.data?.comment_id ?? null);
  const error = notice.error ?? file.error;
  if (notice.data === undefined || file.data === undefined) {
    return error === null ? <Loading /> : <Problem error={error} />;
  }
  return (
    <>
      {error !== null && <Problem error={error} />}
      <Sides notice={notice.data} file={file.data} next={next} />
    </>
  );
}

interface SidesProps {
  readonly notice: Notice;
  readonly file: CommentFile;
  readonly next: string | null;
}

function Sides({ notice, file, next }: SidesProps) {
  const edited = file.revisions.some(({ version }) => version >= notice.comment_version);
  return (
    <div class="pane-columns two-columns">
      <article class="pane-main" aria-labelledby="notice-heading">
        <Header notice={notice} />
        <section aria-labelledby="notice-says">
          <h3 id="notice-says" class="pane-heading">
            {t.noticeDesk.says}
          </h3>
          <div class="notice-text">
            <MarkedText text={notice.explanation} />
          </div>
        </section>
        <section class="notice-comment" aria-labelledby="notice-comment">
          <h3 id="notice-comment" class="pane-heading">
            {t.noticeDesk.comment}
          </h3>
          <ThreadLine thread={file.thread} />
          {edited && <p class="notice">{t.noticeDesk.edited}</p>}
          <CommentText file={file} />
        </section>
        {notice.status === 'open' ? (
          <DecideForm notice={notice} file={file} next={next} />
        ) : (
          <Answered notice={notice} file={file} />
        )}
      </article>
      <aside class="pane-side" aria-label={t.noticeDesk.persons}>
        <Notifier notice={notice} />
        <AuthorGlance author={file.author} comment={file.id} />
      </aside>
    </div>
  );
}

function Header({ notice }: Pick<SidesProps, 'notice'>) {
  // Who opens one, or has answered the one before, reads on here.
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <header class="pane-header">
      <h2 id="notice-heading" class="pane-author" tabIndex={-1} ref={heading}>
        <bdi>{notifierName(notice)}</bdi>
      </h2>
      <p class="pane-told">
        <NoticeBadge status={notice.status} />
        {notice.trusted_flagger && <span class="badge standing-blocked">{t.notices.trusted}</span>}
        <span>
          {t.noticeDesk.filed} <Moment time={notice.created_at} /> ·{' '}
          <Ago time={notice.created_at} />
        </span>
        {notice.law !== null && (
          <span>
            {t.history.law} <bdi class="badge">{notice.law}</bdi>
          </span>
        )}
      </p>
    </header>
  );
}

/** What came of it, and what the notifier is told. */
function Answered({ notice, file }: Pick<SidesProps, 'notice' | 'file'>) {
  const { status, decided_by = null, decided_at, answer, decision_id } = notice;
  const decision = file.decisions.find(({ id }) => id === decision_id);
  return (
    <section class="card notice-answer" aria-labelledby="notice-answered">
      <h3 id="notice-answered">{t.noticeDesk.outcome[status]}</h3>
      <p class="quiet small">
        {decided_by !== null && (
          <>
            <bdi>{decided_by}</bdi> ·{' '}
          </>
        )}
        {decided_at !== null && <Ago time={decided_at} />}
      </p>
      {decision !== undefined && <History decisions={[decision]} />}
      {answer !== null && (
        <>
          <h4>{t.noticeDesk.told}</h4>
          <MarkedText text={answer} />
        </>
      )}
    </section>
  );
}
