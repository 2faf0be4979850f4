import { Link } from 'wouter-preact';

import type { Comment } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';

/** Whether an address that a stranger gave may be followed. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//iu.test(url);
}

/** What is commented on: to its page here, and to the article itself. */
export function ThreadLine({ thread }: Pick<Comment, 'thread'>) {
  return (
    <p class="thread-line">
      <Link href={`/threads/${thread.id}`}>
        <bdi>{thread.title ?? thread.external_id}</bdi>
      </Link>
      {isWebAddress(thread.url) && (
        <a href={thread.url} target="_blank" rel="noreferrer noopener" class="small">
          {t.comment.article}
        </a>
      )}
    </p>
  );
}
