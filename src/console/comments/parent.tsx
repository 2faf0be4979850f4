import { Link } from 'wouter-preact';

import { StatusBadge } from '../parts/badges.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { useCommentFile } from './queries.js';

const QUOTED = 400;

/** The comment that another answers. */
export function Parent({ id }: { readonly id: string }) {
  const { data } = useCommentFile(id);
  return (
    <blockquote class="parent">
      <p class="parent-line">
        <span class="quiet">{t.comment.answers}</span>{' '}
        <Link href={`/comments/${id}`}>
          <bdi>{data?.author.name ?? '…'}</bdi>
        </Link>
        {data !== undefined && (
          <>
            <StatusBadge status={data.status} shadow={data.shadow} />
            <span class="quiet">
              <Ago time={data.created_at} />
            </span>
          </>
        )}
      </p>
      <MarkedText text={data?.body ?? ''} lengthMax={QUOTED} />
    </blockquote>
  );
}
