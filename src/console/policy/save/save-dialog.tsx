import { Dialog } from '../../parts/dialog.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../strings/strings.js';
import { ChangeList } from '../changes/change-list.js';
import { usePolicyDesk } from '../policy-context.js';
import { isOvertaken, usePutPolicy } from './use-put-policy.js';

const FAULTS_SHOWN = 5;

/** What would change, once more, and the button that has it change. */
export function SaveDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = usePolicyDesk();
  const { draft, inForce, changes, faults, written, mayChange } = desk;
  const put = usePutPolicy();
  const overtaken = draft !== null && draft.version !== inForce.version;
  const save = (): void =>
    put.mutate(
      { document: written, version: draft?.version ?? inForce.version },
      { onSuccess: onClose, onError: (error) => isOvertaken(error) && onClose() },
    );
  return (
    <Dialog heading={t.policy.save.heading} onClose={onClose} wide>
      <p class="quiet">{t.policy.save.told}</p>
      <ChangeList changes={changes} />
      {faults.all.slice(0, FAULTS_SHOWN).map(({ pointer, detail }) => (
        <p key={pointer + detail} class="problem">
          <code>{pointer}</code> {detail}
        </p>
      ))}
      {overtaken && <p class="notice">{t.policy.save.overtaken(inForce.version)}</p>}
      {put.error !== null && <Problem error={put.error} />}
      <div class="buttons dialog-buttons">
        <button
          type="button"
          class="button button-first"
          disabled={!mayChange || faults.all.length > 0 || overtaken || put.isPending}
          onClick={save}
        >
          {t.policy.save.put(inForce.version + 1)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  );
}
