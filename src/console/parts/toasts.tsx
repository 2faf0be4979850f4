import { changes, useRedraw } from '../api/changes.js';
import { t } from '../strings/strings.js';

/** How long a note with something to press stays; one without goes sooner. */
const ACTION_MILLISECONDS = 10_000;
const PLAIN_MILLISECONDS = 5_000;
const TOASTS_MAX = 4;

export interface Toast {
  readonly text: string;
  readonly kind?: 'done' | 'conflict' | 'fault';
  readonly action?: { readonly name: string; readonly run: () => void };
}

type Kept = Toast & { readonly id: number };

let kept: readonly Kept[] = [];
let made = 0;
const toasts = changes();

function put(next: readonly Kept[]): void {
  kept = next;
  toasts.tell();
}

export function dismiss(id: number): void {
  put(kept.filter((each) => each.id !== id));
}

/** Tells of something at the edge of the page, for some seconds; the return value takes it away. */
export function tell(toast: Toast): () => void {
  made += 1;
  const id = made;
  put([...kept, { ...toast, id }].slice(-TOASTS_MAX));
  const stays = toast.action === undefined ? PLAIN_MILLISECONDS : ACTION_MILLISECONDS;
  setTimeout(() => dismiss(id), stays);
  return () => dismiss(id);
}

/** Where toasts are shown; once on the page. */
export function Toasts() {
  useRedraw(toasts);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {kept.map(({ id, text, kind = 'done', action }) => (
        <div key={id} class={`toast toast-${kind}`}>
          <span>{text}</span>
          {action !== undefined && (
            <button
              type="button"
              class="button button-plain"
              onClick={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.name}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={t.close} onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
