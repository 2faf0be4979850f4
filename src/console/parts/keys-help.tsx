import { t } from '../strings/strings.js';
import { Dialog } from './dialog.js';

interface KeysHelpProps {
  /** What each key does, in the order in which they are shown. */
  readonly keys: readonly (readonly [key: string, told: string])[];
  readonly onClose: () => void;
}

/** The keys of a screen. */
export function KeysHelp({ keys, onClose }: KeysHelpProps) {
  return (
    <Dialog heading={t.shortcuts.heading} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, told]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
