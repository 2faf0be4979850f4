import { useEffect, useRef } from 'preact/hooks';

/** What a key does; keyed by `KeyboardEvent.key`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const WRITING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

/**
 * Calls what belongs to a key that is pressed anywhere on the page, except while somebody writes, a
 * dialog is open, or the key is part of a combination that is the browser’s.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.closest(WRITING) !== null) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const act = current.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
