import { useEffect, useRef, useState } from 'preact/hooks';

import type { AuditHead, VerifiedAudit, VerifyProgress } from '../../../openapi/types.js';
import { answerOf, api } from '../api/client.js';
import { longAnswer } from '../api/long-answer.js';

/** The service at work on its record. */
export interface Verifying {
  start(known: AuditHead | null): void;
  /** Closes the connection, by which the service stops. */
  stop(): void;
  readonly running: boolean;
  readonly progress: VerifyProgress | null;
  readonly result: VerifiedAudit | null;
  readonly error: Error | null;
}

type Seen = Pick<Verifying, 'running' | 'progress' | 'result' | 'error'>;

const NOTHING: Seen = { running: false, progress: null, result: null, error: null };

export function useVerifying(): Verifying {
  const [seen, setSeen] = useState(NOTHING);
  const control = useRef<AbortController | null>(null);
  const stop = (): void => {
    control.current?.abort();
    control.current = null;
    setSeen(NOTHING);
  };
  useEffect(() => () => control.current?.abort(), []);
  const run = async (known: AuditHead | null, own: AbortController): Promise<void> => {
    const put = (next: Partial<Seen>): void => {
      if (!own.signal.aborted) setSeen((before) => ({ ...before, ...next }));
    };
    try {
      const stream = await answerOf(
        api.POST('/v1/audit/verify', {
          body: { known },
          headers: { accept: 'text/event-stream' },
          parseAs: 'stream',
          signal: own.signal,
        }),
      );
      const result = await longAnswer<VerifiedAudit>(stream, (progress) =>
        put({ progress: progress as VerifyProgress }),
      );
      put({ running: false, result });
    } catch (fault) {
      put({ running: false, error: fault instanceof Error ? fault : new Error(String(fault)) });
    }
  };
  return {
    ...seen,
    stop,
    start: (known) => {
      control.current?.abort();
      const own = new AbortController();
      control.current = own;
      setSeen({ ...NOTHING, running: true });
      void run(known, own);
    },
  };
}
