import { useHeld } from '../comments/held.js';
import { t } from '../strings/strings.js';
import type { Acts } from './use-acts.js';
import type { Row } from './use-desk.js';

interface ActionBarProps {
  readonly row: Row;
  readonly acts: Acts;
  readonly onUndo: () => void;
}

/** What can be done about the comment one is at, with the key for each. */
export function ActionBar({ row, acts, onUndo }: ActionBarProps) {
  const held = useHeld(row.claim)?.mine === true;
  const sending = row.fate?.kind === 'sending';
  return (
    <div
      class="action-bar"
      role="toolbar"
      aria-label={t.queue.actions}
      onClickCapture={(event) => {
        // By the second click of a double click there is another comment to be looked at.
        if (event.detail > 1) event.stopPropagation();
      }}
      onKeyDown={(event) => {
        if (event.repeat && event.key === 'Enter') event.preventDefault();
      }}
    >
      <button
        type="button"
        class="button button-approve action-main"
        disabled={sending}
        onClick={acts.approve}
      >
        {t.action.approve} <kbd>a</kbd>
      </button>
      <button
        type="button"
        class="button button-reject action-main"
        disabled={sending}
        onClick={() => acts.open('reject')}
      >
        {t.queue.rejectMore} <kbd>r</kbd>
      </button>
      <span class="action-rest">
        <button type="button" class="button" onClick={() => acts.open('block')}>
          {t.queue.block} <kbd>b</kbd>
        </button>
        <button type="button" class="button" onClick={acts.claim}>
          {held ? t.queue.release : t.queue.claim} <kbd>c</kbd>
        </button>
        <button type="button" class="button" onClick={acts.note}>
          {t.queue.note} <kbd>n</kbd>
        </button>
        <button type="button" class="button" onClick={onUndo}>
          {t.queue.undo} <kbd>u</kbd>
        </button>
      </span>
    </div>
  );
}
