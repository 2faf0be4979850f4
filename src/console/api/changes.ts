import { useLayoutEffect, useState } from 'preact/hooks';

/** Tells of changes of something that all of the page has one of. */
export interface Changes {
  tell(): void;
  /** Calls `listener` for each change from now on; the return value ends that. */
  subscribe(listener: () => void): () => void;
}

export function changes(): Changes {
  const listeners = new Set<() => void>();
  return {
    tell: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Draws the component anew with each change from its first drawing on: none comes before. */
export function useRedraw({ subscribe }: Pick<Changes, 'subscribe'>): void {
  const [, setTimes] = useState(0);
  useLayoutEffect(() => subscribe(() => setTimes((times) => times + 1)), []);
}
