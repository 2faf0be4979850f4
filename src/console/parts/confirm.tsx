import { useMutation } from '@tanstack/preact-query';

import { t } from '../strings/strings.js';
import { Dialog } from './dialog.js';
import { Problem } from './problem.js';

interface ConfirmProps {
  readonly heading: string;
  /** What follows from it. */
  readonly told: string;
  /** What the button says. */
  readonly name: string;
  readonly act: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks once more before something that cannot be taken back. */
export function Confirm({ heading, told, name, act, onClose }: ConfirmProps) {
  const acting = useMutation({ mutationFn: act, onSuccess: onClose });
  return (
    <Dialog heading={heading} onClose={onClose}>
      <p>{told}</p>
      {acting.error !== null && <Problem error={acting.error} />}
      <div class="buttons">
        <button
          type="button"
          class="button button-reject"
          disabled={acting.isPending}
          onClick={() => acting.mutate()}
        >
          {name}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  );
}
