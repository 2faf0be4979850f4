import { useLayoutEffect, useRef } from 'preact/hooks';

/** What a key does; letters are as Shift alone makes them, whatever Caps Lock does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** What goes on while its key is held down; whatever decides takes a press of its own. */
const HELD: ReadonlySet<string> = new Set(['j', 'k']);

const WRITING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

/**
 * Calls what belongs to a key that is pressed anywhere on the page, except while somebody writes, a
 * dialog is open, or the key is part of a combination that is the browser’s.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.closest(WRITING) !== null) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const key = keyOf(event);
      const act = current.current[key];
      if (act === undefined) return;
      event.preventDefault();
      if (!event.repeat || HELD.has(key)) act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function keyOf({ key, shiftKey }: KeyboardEvent): string {
  if (key.length > 1) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}
