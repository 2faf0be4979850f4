import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { usePolicyDesk } from '../policy-context.js';
import { type Document, isObject, isSame } from './members.js';

const FAULTS_SHOWN = 8;

interface Read {
  readonly document: Document | null;
  /** What keeps it from being read, in the words of the browser. */
  readonly fault: string | null;
}

/** The document of the draft itself: what is written here shows in the form, and the reverse. */
export function DocumentEditor() {
  const id = useId();
  const { written, change, faults, mayChange } = usePolicyDesk();
  const [text, setText] = useState(() => JSON.stringify(written, null, 2));
  const [read, setRead] = useState<Read>({ document: written, fault: null });
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    // The form changed it; what is typed here is not laid out anew under the hands.
    if (isSame(read.document, written)) return;
    setText(JSON.stringify(written, null, 2));
    setRead({ document: written, fault: null });
  }, [written]);
  const type = (next: string): void => {
    setText(next);
    const now = readDocument(next);
    setRead((before) => ({ document: now.document ?? before.document, fault: now.fault }));
    if (now.document !== null) change(now.document);
  };
  return (
    <div class="policy-document">
      <label class="for-readers" for={id}>
        {t.policy.beside.document}
      </label>
      <textarea
        ref={area}
        id={id}
        class="policy-json"
        spellcheck={false}
        autocapitalize="off"
        readOnly={!mayChange}
        aria-invalid={read.fault !== null || faults.all.length > 0}
        aria-describedby={`${id}-faults`}
        value={text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <div id={`${id}-faults`} class="policy-document-faults" aria-live="polite">
        {read.fault !== null && (
          <p class="setting-fault">
            {t.policy.faults.noJson} <span lang="en">{read.fault}</span>
          </p>
        )}
        {read.fault === null &&
          faults.all.slice(0, FAULTS_SHOWN).map(({ pointer, detail }) => (
            <p key={pointer + detail} class="setting-fault">
              <code>{pointer}</code> {detail}
            </p>
          ))}
        {faults.all.length > FAULTS_SHOWN && (
          <p class="quiet small">{t.policy.moreFaults(faults.all.length - FAULTS_SHOWN)}</p>
        )}
      </div>
    </div>
  );
}

function readDocument(text: string): Read {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value)
      ? { document: value, fault: null }
      : { document: null, fault: t.policy.faults.noObject };
  } catch (error) {
    return { document: null, fault: error instanceof Error ? error.message : String(error) };
  }
}
