import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'wouter-preact';

/**
 * Things are found by our id and by the publisher’s; their page stands under ours, so that all who
 * look at it look at the same address.
 */
export function useOwnAddress(folder: string, asked: string, found: string | undefined): void {
  const [, navigate] = useLocation();
  useLayoutEffect(() => {
    if (found === undefined || found === asked) return;
    navigate(`${folder}/${found}${location.search}`, { replace: true });
  }, [folder, asked, found, navigate]);
}
