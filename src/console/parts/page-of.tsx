import type { ComponentChildren } from 'preact';

import { Loading } from './loading.js';
import { PageProblem } from './page-problem.js';
import { Problem } from './problem.js';

interface PageOfProps<T> {
  readonly query: {
    readonly data: T | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (data: T) => ComponentChildren;
}

/**
 * A page of what is read: the wait for it, or why it could not be had, until it is there. From then
 * on it stays, and that it could not be read anew stands above it, because somebody may be writing
 * on it.
 */
export function PageOf<T>({ query, children }: PageOfProps<T>) {
  const { data, error, refetch } = query;
  const again = (): void => void refetch();
  if (data === undefined) {
    return error === null ? <Loading /> : <PageProblem error={error} onRetry={again} />;
  }
  return (
    <>
      {error !== null && (
        <div class="not-renewed">
          <Problem error={error} onRetry={again} />
        </div>
      )}
      {children(data)}
    </>
  );
}
