import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';

import type { CommentFile } from '../../../openapi/types.js';
import { freshComment } from './queries.js';

export interface Seen {
  /** What a moderator answers by. */
  readonly version: number;
  /** The comment as it is now, where it changed since they saw it. */
  readonly met: CommentFile | null;
  /** It changed: from now on they have seen what became of it. */
  renew(): Promise<void>;
  /** What became of it is not shown any longer. */
  forget(): void;
}

/**
 * A comment as a moderator saw it when they began to write about it. The page may be read anew
 * meanwhile, above what they write and without their looking at it.
 */
export function useSeen(file: CommentFile): Seen {
  const queries = useQueryClient();
  const [version, setVersion] = useState(file.version);
  const [met, setMet] = useState<CommentFile | null>(null);
  return {
    version,
    met,
    renew: async () => {
      const now = await freshComment(queries, file.id);
      if (now !== null) setVersion(now.version);
      setMet(now);
    },
    forget: () => setMet(null),
  };
}
