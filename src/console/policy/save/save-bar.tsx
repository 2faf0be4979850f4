import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';

import { t } from '../../strings/strings.js';
import { keepDraft } from '../draft.js';
import { usePolicyDesk } from '../policy-context.js';
import { tell } from '../../parts/toasts.js';
import { SaveDialog } from './save-dialog.js';

/** How the draft stands, and the way to put it in force; there while there is one. */
export function SaveBar() {
  const { draft, changes, faults } = usePolicyDesk();
  const [saving, setSaving] = useState(false);
  const [location] = useLocation();
  if (draft === null) return null;
  const discard = (): void => {
    keepDraft(null);
    tell({ text: t.policy.save.discarded, action: { name: t.undo, run: () => keepDraft(draft) } });
  };
  return (
    <div class="save-bar" role="region" aria-label={t.policy.save.region}>
      <p aria-live="polite">
        <strong>{t.policy.save.changes(changes.length)}</strong>{' '}
        <span class={faults.all.length > 0 ? 'setting-fault' : 'quiet'}>
          {faults.all.length > 0 ? t.policy.wrong(faults.all.length) : t.policy.save.onlyHere}
        </span>
      </p>
      <div class="buttons">
        <button type="button" class="button button-plain" onClick={discard}>
          {t.policy.save.discard}
        </button>
        {location !== '/policy/replay' && (
          <Link class="button" href="/policy/replay">
            {t.policy.save.replay}
          </Link>
        )}
        <button type="button" class="button button-first" onClick={() => setSaving(true)}>
          {t.policy.save.review}
        </button>
      </div>
      {saving && <SaveDialog onClose={() => setSaving(false)} />}
    </div>
  );
}
