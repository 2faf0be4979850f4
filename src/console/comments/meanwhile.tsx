import type { CommentFile } from '../../../openapi/types.js';
import { standing } from '../acts/happened.js';
import { StatusBadge } from '../parts/badges.js';
import { MarkedText } from '../parts/marked-text.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';

/** What became of a comment while somebody was deciding something that is about it. */
export function Meanwhile({ file }: { readonly file: CommentFile }) {
  const decision = standing(file);
  const reason = decision?.reason ?? null;
  return (
    <div class="notice conflict" role="status">
      <p>
        <strong>{t.conflict.heading}</strong>
      </p>
      {decision !== null && (
        <p class="conflict-line">
          <StatusBadge status={file.status} shadow={file.shadow} />
          <span>
            <bdi>{decision.actor.name ?? t.history.actor[decision.actor.kind]}</bdi> ·{' '}
            <Ago time={decision.created_at} />
          </span>
        </p>
      )}
      {reason !== null && <MarkedText text={reason} />}
      <p class="small">{t.commentText.again}</p>
    </div>
  );
}
