import { Refusal } from '../api/client.js';
import { t } from '../strings/strings.js';

export interface ProblemProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** What went wrong in the service’s own words, with its hint and the id by which the log has it. */
export function Problem({ error, onRetry }: ProblemProps) {
  const problem = error instanceof Refusal ? error.problem : null;
  const unreachable = error instanceof Refusal && error.problem === null;
  return (
    <div class="problem" role="alert">
      <strong>{problem?.title ?? t.problems.heading}</strong>
      <p>{unreachable ? t.problems.unreachable : error.message}</p>
      {problem?.hint !== undefined && <p class="quiet">{problem.hint}</p>}
      {problem?.errors?.map(({ pointer, detail }) => (
        <p key={pointer + detail}>
          <code>{pointer}</code> {detail}
        </p>
      ))}
      {problem !== null && <p class="quiet small">{t.problems.request(problem.request_id)}</p>}
      {onRetry !== undefined && (
        <button type="button" class="button" onClick={onRetry}>
          {t.problems.retry}
        </button>
      )}
    </div>
  );
}
