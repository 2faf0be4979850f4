import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../strings/strings.js';

interface DialogProps {
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** For what needs room, as a preview of many comments. */
  readonly wide?: boolean;
}

/** Over the page, which waits: the browser keeps the focus inside, and Escape closes it. */
export function Dialog({ heading, onClose, children, wide = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // The key that opened it may still be down; in a text it makes new lines.
        const writes = event.target instanceof HTMLTextAreaElement;
        if (event.repeat && event.key === 'Enter' && !writes) event.preventDefault();
      }}
    >
      <header class="dialog-header">
        <h2 id={id}>{heading}</h2>
        <button type="button" class="icon-button" aria-label={t.close} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}
