import type { Appeal, CommentFile } from '../../../openapi/types.js';
import { useSession } from '../api/use-session.js';
import { Meanwhile } from '../comments/meanwhile.js';
import { Problem } from '../parts/problem.js';
import { useUnsent } from '../parts/use-unsent.js';
import { t } from '../strings/strings.js';
import { type Outcome, useAnswer } from './use-answer.js';

interface AnswerFormProps {
  readonly appeal: Appeal;
  readonly file: CommentFile;
  readonly next: string | null;
}

/** Answers an appeal: the decision stays, or it does not, and why. */
export function AnswerForm({ appeal, file, next }: AnswerFormProps) {
  const { session } = useSession();
  const { text, write, drop } = useUnsent(`answer to ${appeal.id}`);
  const answering = useAnswer({ appeal, file, next, onAnswered: drop });
  const { decided_first_by = null } = appeal;
  const own = decided_first_by !== null && decided_first_by === session?.key.id;
  const answer = (outcome: Outcome): void => answering.answer({ outcome, reason: text.trim() });
  return (
    <form
      class="card appeal-answer appeal-form"
      aria-labelledby="appeal-answer"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event;
        if (submitter instanceof HTMLButtonElement) answer(submitter.value as Outcome);
      }}
    >
      <h3 id="appeal-answer" class="for-readers">{t.appealDesk.answer}</h3>
      {own && !answering.refused_own && <p class="quiet">{t.appealDesk.own}</p>}
      {answering.refused_own && (
        <p class="notice" role="status">
          {t.appealDesk.refusedOwn}
        </p>
      )}
      <label class="field">
        {t.appealDesk.reason}
        <textarea
          required
          rows={2}
          maxLength={500}
          value={text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      </label>
      {answering.met !== null && <Meanwhile file={answering.met} />}
      {answering.error !== null && <Problem error={answering.error} />}
      <div class="buttons">
        <button
          type="submit"
          value="upheld"
          class="button button-reject"
          disabled={answering.isPending}
        >
          {t.appealDesk.uphold}
        </button>
        <button
          type="submit"
          value="overturned"
          class="button button-approve"
          disabled={answering.isPending}
        >
          {t.appealDesk.overturn}
        </button>
      </div>
    </form>
  );
}
