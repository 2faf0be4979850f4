import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For what has the focus from when it is drawn, where nothing scrolls for it. */
export function useFirstFocus<E extends HTMLElement>(): RefObject<E> {
  const element = useRef<E>(null);
  useLayoutEffect(() => element.current?.focus({ preventScroll: true }), []);
  return element;
}
