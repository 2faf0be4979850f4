import { useState } from 'preact/hooks';

import type { CommentScores } from '../../../openapi/types.js';
import { t } from '../strings/strings.js';
import { percent } from '../strings/times.js';
import { useScores } from './queries.js';
import './scores.css';

type Score = CommentScores['scores'][number];

const SHOWN = 4;

/** What the classifiers give a comment: a bar for each score, and the words that raised it. */
export function Scores({ id }: { readonly id: string }) {
  const { data, error } = useScores(id);
  const [all, setAll] = useState(false);
  if (data === undefined) {
    return error === null ? (
      <div class="scores-waiting" />
    ) : (
      <p class="quiet small">{t.scores.unknown}</p>
    );
  }
  if (data.scores.length === 0) {
    return <p class="quiet small">{data.model === null ? t.scores.noModel : t.scores.noLanguage}</p>;
  }
  const sorted = data.scores.toSorted((one, other) => other.score - one.score);
  return (
    <>
      <ul class="scores">
        {sorted.slice(0, all ? undefined : SHOWN).map((score) => (
          <Bar key={score.attribute} score={score} />
        ))}
      </ul>
      {sorted.length > SHOWN && (
        <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.scores.fewer : t.scores.all}
        </button>
      )}
    </>
  );
}

function Bar({ score: found }: { readonly score: Score }) {
  const { attribute, score, hold_at, reject_at, words } = found;
  const level =
    reject_at !== null && score >= reject_at
      ? 'reject'
      : hold_at !== null && score >= hold_at
        ? 'hold'
        : 'low';
  return (
    <li class={`score score-${level}`}>
      <span class="score-name">{t.attribute[attribute]}</span>
      <span class="score-amount">{percent(score)}</span>
      <span class="score-track" aria-hidden="true">
        <span class="score-fill" style={{ inlineSize: `${score * 100}%` }} />
        {hold_at !== null && (
          <span class="score-limit" style={{ insetInlineStart: `${hold_at * 100}%` }} />
        )}
      </span>
      {hold_at !== null && <span class="for-readers">{t.scores.heldFrom(percent(hold_at))}</span>}
      {words.length > 0 && (
        <span class="score-words">
          {words.map(({ start, term }) => (
            <bdi key={start} class="word">
              {term}
            </bdi>
          ))}
        </span>
      )}
    </li>
  );
}
