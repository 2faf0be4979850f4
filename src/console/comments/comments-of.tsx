import { useSearchParams } from 'wouter-preact';

import type { Comment } from '../../../openapi/types.js';
import { Loading } from '../parts/loading.js';
import { More } from '../parts/more.js';
import { Problem } from '../parts/problem.js';
import { t } from '../strings/strings.js';
import { CommentList } from './comment-list.js';
import { useComments } from './use-comments.js';

interface CommentsOfProps {
  /** What all of the comments have in common. */
  readonly of: 'author' | 'thread';
  readonly id: string;
}

const STATUSES = ['', 'approved', 'pending', 'rejected', 'deleted'] as const;

/** The comments of an author or in a thread, by status as the address says. */
export function CommentsOf({ of, id }: CommentsOfProps) {
  const [address, setAddress] = useSearchParams();
  const status = STATUSES.find((each) => each === address.get('status')) ?? '';
  const query = useComments({ [of]: id, ...(status !== '' && { status }) });
  const comments = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const choose = (chosen: Comment['status'] | ''): void => {
    setAddress(chosen === '' ? {} : { status: chosen });
  };
  return (
    <section aria-labelledby="comments-heading">
      <header class="comments-of-header">
        <h2 id="comments-heading">{t.commentList.heading}</h2>
        <div class="segments" role="group" aria-label={t.commentList.status}>
          {STATUSES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={status === each}
              onClick={() => choose(each)}
            >
              {each === '' ? t.commentList.all : t.status[each]}
            </button>
          ))}
        </div>
      </header>
      {query.error !== null && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading && <Loading />}
      {query.data !== undefined && comments.length === 0 && (
        <p class="empty">{t.commentList.none}</p>
      )}
      <CommentList comments={comments} without={of} />
      <More {...query} />
    </section>
  );
}
