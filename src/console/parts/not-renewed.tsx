import { Problem, type ProblemProps } from './problem.js';

interface NotRenewedProps {
  readonly error: Error | null;
  readonly onRetry: NonNullable<ProblemProps['onRetry']>;
}

/**
 * Above a page that is there, and could not be read anew: it stays, because somebody may be
 * writing on it.
 */
export function NotRenewed({ error, onRetry }: NotRenewedProps) {
  if (error === null) return null;
  return (
    <div class="not-renewed">
      <Problem error={error} onRetry={onRetry} />
    </div>
  );
}
