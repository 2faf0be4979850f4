import { StatusBadge } from '../parts/badges.js';
import { Ago } from '../parts/moment.js';
import { t } from '../strings/strings.js';
import { type Conflict, standing } from './happened.js';

interface ConflictNoteProps {
  readonly conflict: Conflict;
  /** Decides the same all the same. */
  readonly onInsist: () => void;
  /** Leaves it as it stands. */
  readonly onLeave: () => void;
}

/** What happened while a moderator was deciding, and what they can do about it. */
export function ConflictNote({ conflict, onInsist, onLeave }: ConflictNoteProps) {
  const { code, file, wanted, can_insist } = conflict;
  const decision = standing(file);
  return (
    <div class="notice conflict" role="status">
      <p>
        <strong>
          {code === 'claimed_by_another' ? t.conflict.taken : t.conflict.heading}
        </strong>
      </p>
      {code === 'claimed_by_another' ? (
        <p>
          {t.conflict.claimed(file.claim?.key_name ?? '')}{' '}
          {file.claim && <Ago time={file.claim.claimed_at} />}
        </p>
      ) : (
        decision !== null && (
          <p class="conflict-line">
            <StatusBadge status={file.status} />
            <span>
              <bdi>{decision.actor.name ?? t.history.actor[decision.actor.kind]}</bdi> ·{' '}
              <Ago time={decision.created_at} />
            </span>
            {decision.reason !== null && <q>{decision.reason}</q>}
          </p>
        )
      )}
      <div class="buttons">
        {can_insist && (
          <button type="button" class="button" onClick={onInsist}>
            {t.conflict.insist[wanted.action]}
          </button>
        )}
        <button type="button" class="button button-plain" onClick={onLeave}>
          {t.conflict.leave}
        </button>
      </div>
    </div>
  );
}
