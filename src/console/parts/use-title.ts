import { useLayoutEffect } from 'preact/hooks';

import { t } from '../strings/strings.js';

/**
 * Names the page in its tab and in the browser’s history, by what is on it, then of what kind that
 * is; without either by the console’s name alone.
 */
export function useTitle(name: string | undefined, kind?: string): void {
  useLayoutEffect(() => {
    const parts = [name, kind, t.title].filter((part) => part !== undefined);
    // A stranger’s name could turn around what stands behind it, and the browser’s own words.
    document.title = parts.join(' – ').replaceAll(/\p{Bidi_Control}/gu, '');
  }, [name, kind]);
}
