import { Link } from 'wouter-preact';

import type { DecisionResult } from '../../../openapi/types.js';
import { StatusBadge } from '../parts/badges.js';
import { MarkedText } from '../parts/marked-text.js';
import { t } from '../strings/strings.js';
import type { BulkPreview } from './bulk.js';

const EXCERPT = 140;

/** The comments that a decision about many would be about, or the oldest of them. */
export function BulkPreviewList({ preview }: { readonly preview: BulkPreview }) {
  const { count, more, sample } = preview;
  return (
    <div class="bulk-preview">
      <p class="quiet small">
        {sample.length < count ? t.bulk.sample(sample.length, count, more) : t.bulk.these}
      </p>
      <ul tabIndex={0} aria-label={t.bulk.these}>
        {sample.map((comment) => (
          <li key={comment.id}>
            <span class="bulk-author">
              <bdi>{comment.author.name}</bdi>
              <StatusBadge status={comment.status} />
            </span>
            <MarkedText
              text={comment.body}
              findings={comment.findings}
              lengthMax={EXCERPT}
              plain
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BulkResultsProps {
  readonly results: readonly DecisionResult[];
  readonly onClose: () => void;
}

/** What came of each: how many went well, and every one that did not with the reason. */
export function BulkResults({ results, onClose }: BulkResultsProps) {
  const others = results.filter(({ status }) => status !== 'ok');
  return (
    <div class="bulk-results" role="status">
      <p>{t.bulk.done(results.length - others.length)}</p>
      {others.length > 0 && (
        <>
          <p>{t.bulk.notDone(others.length)}</p>
          <ul>
            {others.map(({ comment_id, current, detail }) => (
              <li key={comment_id}>
                {current !== null && <StatusBadge status={current.status} />}
                <Link href={`/comments/${comment_id}`}>{t.bulk.look}</Link>
                <span>{detail}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        <button type="button" class="button button-first" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </div>
  );
}
