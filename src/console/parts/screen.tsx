import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { Loading } from './loading.js';
import { PageProblem } from './page-problem.js';

interface ScreenModule {
  readonly Screen: FunctionComponent;
}

/** A screen whose code is fetched when it is first opened. */
export function screen(load: () => Promise<ScreenModule>): FunctionComponent {
  let loaded: FunctionComponent | null = null;
  return function Loaded() {
    const [Found, setFound] = useState<FunctionComponent | null>(() => loaded);
    const [error, setError] = useState<Error | null>(null);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        ({ Screen }) => {
          loaded = Screen;
          setFound(() => Screen);
        },
        (fault: unknown) => setError(fault instanceof Error ? fault : new Error(String(fault))),
      );
    }, []);
    // Most likely a newer version is served, which no longer has the file.
    if (error !== null) return <PageProblem error={error} onRetry={() => location.reload()} />;
    return Found === null ? <Loading /> : <Found />;
  };
}
