import type { Appeal, CommentFile } from '../../../openapi/types.js';
import { AuthorGlance } from '../comments/author-glance.js';
import { CommentText } from '../comments/comment-text.js';
import { useCommentFile } from '../comments/queries.js';
import { ThreadLine } from '../comments/thread-line.js';
import { Loading } from '../parts/loading.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago, Moment } from '../parts/moment.js';
import { Problem } from '../parts/problem.js';
import { useFirstFocus } from '../parts/use-first-focus.js';
import { t } from '../strings/strings.js';
import { Against } from './against.js';
import { AnswerForm } from './answer-form.js';
import { AppealBadge } from './appeal-badge.js';
import { useAppeal } from './queries.js';

interface AppealPaneProps {
  readonly id: string;
  /** The address of the next one that waits; null where none does. */
  readonly next: string | null;
}

/** An appeal with both sides: what its author says, and what was decided about which text. */
export function AppealPane({ id, next }: AppealPaneProps) {
  const appeal = useAppeal(id);
  const file = useCommentFile(appeal.data?.comment_id ?? null);
  const error = appeal.error ?? file.error;
  if (appeal.data === undefined || file.data === undefined) {
    return error === null ? <Loading /> : <Problem error={error} />;
  }
  return (
    <>
      {error !== null && <Problem error={error} />}
      <Sides appeal={appeal.data} file={file.data} next={next} />
    </>
  );
}

interface SidesProps {
  readonly appeal: Appeal;
  readonly file: CommentFile;
  readonly next: string | null;
}

function Sides({ appeal, file, next }: SidesProps) {
  return (
    <div class="pane-columns two-columns">
      <article class="pane-main" aria-labelledby="appeal-heading">
        <Header appeal={appeal} file={file} />
        <section aria-labelledby="appeal-says">
          <h3 id="appeal-says" class="pane-heading">
            {t.appealDesk.says}
          </h3>
          <div class="appeal-text">
            <MarkedText text={appeal.text} />
          </div>
        </section>
        <Against appeal={appeal} file={file} />
        <section class="appeal-comment" aria-labelledby="appeal-comment">
          <h3 id="appeal-comment" class="pane-heading">
            {t.appealDesk.comment}
          </h3>
          <CommentText file={file} />
        </section>
        {appeal.status === 'filed' ? (
          <AnswerForm appeal={appeal} file={file} next={next} />
        ) : (
          <Answered appeal={appeal} />
        )}
      </article>
      <aside class="pane-side" aria-label={t.author.heading}>
        <AuthorGlance author={file.author} comment={file.id} />
      </aside>
    </div>
  );
}

function Header({ appeal, file }: Pick<SidesProps, 'appeal' | 'file'>) {
  // Who opens one, or has answered the one before, reads on here.
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <header class="pane-header">
      <ThreadLine thread={file.thread} />
      <h2 id="appeal-heading" class="pane-author" tabIndex={-1} ref={heading}>
        <bdi>{file.author.name}</bdi>
      </h2>
      <p class="pane-told">
        <AppealBadge status={appeal.status} />
        <span>
          {t.appealDesk.filed} <Moment time={appeal.created_at} />
        </span>
      </p>
    </header>
  );
}

/** What came of it. */
function Answered({ appeal }: Pick<SidesProps, 'appeal'>) {
  const { status, resolved_by = null, resolved_at, outcome_reason } = appeal;
  return (
    <section class="card appeal-answer" aria-labelledby="appeal-answered">
      <h3 id="appeal-answered">{t.appealDesk.outcome[status]}</h3>
      {resolved_at !== null && (
        <p class="quiet small">
          {resolved_by !== null && (
            <>
              <bdi>{resolved_by.name ?? resolved_by.id}</bdi> ·{' '}
            </>
          )}
          <Ago time={resolved_at} />
        </p>
      )}
      {outcome_reason !== null && <MarkedText text={outcome_reason} />}
    </section>
  );
}
