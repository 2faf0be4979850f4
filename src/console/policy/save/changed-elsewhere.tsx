import { useState } from 'preact/hooks';

import { Ago } from '../../parts/moment.js';
import { tell } from '../../parts/toasts.js';
import { t } from '../../strings/strings.js';
import { ChangeList, namesOf } from '../changes/change-list.js';
import { carriedOver } from '../document/carry-over.js';
import { differences } from '../document/differences.js';
import { keepDraft } from '../draft.js';
import { usePolicyDesk } from '../policy-context.js';

/** Another put a version in force since the draft was begun: what they changed, and the way on. */
export function ChangedElsewhere() {
  const { draft, inForce, inForceDocument } = usePolicyDesk();
  const [shown, setShown] = useState(false);
  if (draft === null || draft.version === inForce.version) return null;
  const theirs = differences(draft.base, inForceDocument);
  const carry = (): void => {
    const { document, both } = carriedOver(draft.base, draft.document, inForceDocument);
    keepDraft({ version: inForce.version, base: inForceDocument, document });
    const members = both.map((pointer) => namesOf(pointer).join(' › '));
    if (both.length === 0) tell({ text: t.policy.elsewhere.carried });
    else tell({ text: t.policy.elsewhere.both(members.join('; ')), kind: 'conflict' });
  };
  return (
    <div class="notice policy-elsewhere" role="status">
      <p>
        <strong>{t.policy.elsewhere.heading(inForce.version)}</strong>{' '}
        <bdi>{inForce.created_by}</bdi>, <Ago time={inForce.created_at} />.{' '}
        {t.policy.elsewhere.told(draft.version, theirs.length)}
      </p>
      <div class="buttons">
        <button type="button" class="button button-first" onClick={carry}>
          {t.policy.elsewhere.carry}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t.policy.elsewhere.hide : t.policy.elsewhere.show}
        </button>
        <button type="button" class="button button-plain" onClick={() => keepDraft(null)}>
          {t.policy.elsewhere.drop}
        </button>
      </div>
      {shown && <ChangeList changes={theirs} />}
    </div>
  );
}
