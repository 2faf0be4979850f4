import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

import type { ListedComment } from '../../../openapi/types.js';
import { StatusBadge } from '../parts/badges.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import './comment-list.css';

interface CommentListProps {
  readonly comments: readonly ListedComment[];
  /** What all of them have in common, and is not said of each. */
  readonly without?: 'author' | 'thread';
}

const EXCERPT = 600;

/** Comments of whatever status, one below the other, each with the way to its page. */
export function CommentList({ comments, without }: CommentListProps) {
  return (
    <ul class="comment-list">
      {comments.map((comment) => (
        <li key={comment.id}>
          <Card comment={comment} without={without} />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly comment: ListedComment;
  readonly without: 'author' | 'thread' | undefined;
}

function Card({ comment, without }: CardProps) {
  const { id, author, thread, status, shadow, findings, found, body, created_at } = comment;
  return (
    <article class="comment-card">
      <p class="comment-card-line">
        <StatusBadge status={status} shadow={shadow} />
        {without !== 'author' && (
          <Link href={`/authors/${author.id}`} class="comment-card-author">
            <bdi>{author.name}</bdi>
          </Link>
        )}
        {without !== 'thread' && (
          <Link href={`/threads/${thread.id}`} class="comment-card-thread">
            <bdi>{thread.title ?? thread.external_id}</bdi>
          </Link>
        )}
        <Link href={`/comments/${id}`} class="comment-card-time">
          <Ago time={created_at} />
          <span class="for-readers">{t.commentList.open}</span>
        </Link>
      </p>
      <MarkedText
        text={body}
        lengthMax={EXCERPT}
        {...(found === undefined ? { findings } : { found })}
      />
      <Standards findings={findings} />
    </article>
  );
}

function Standards({ findings }: Pick<ListedComment, 'findings'>): ComponentChildren {
  const standards = [...new Set(findings.map(({ standard }) => standard))];
  if (standards.length === 0) return null;
  return (
    <p class="comment-card-foot">
      {standards.map((standard) => (
        <span key={standard} class="badge">
          {t.standard[standard]}
        </span>
      ))}
    </p>
  );
}
