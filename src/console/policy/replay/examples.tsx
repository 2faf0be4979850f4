import { useState } from 'preact/hooks';

import type { ReplayResult } from '../../../../openapi/types.js';
import { MarkedText } from '../../parts/marked-text.js';
import { t } from '../../strings/strings.js';
import { ruleName } from '../names.js';
import { ExampleDialog } from './example-dialog.js';
import { isKind, type Kind } from './flow-table.js';

export type Example = ReplayResult['examples'][number];

const SHOWN = ['all', 'won', 'lost'] as const;

interface ExamplesProps {
  readonly result: ReplayResult;
  readonly kind: Kind | null;
  readonly onKind: (kind: Kind | null) => void;
}

/** Comments that would be judged otherwise, of every kind some. */
export function Examples({ result, kind, onKind }: ExamplesProps) {
  const [show, setShow] = useState<(typeof SHOWN)[number]>('all');
  const [open, setOpen] = useState<Example | null>(null);
  const ofKind = result.examples.filter((each) => kind === null || isKind(each, kind));
  const shown = ofKind.filter((each) => show === 'all' || outcomeOf(each) === show);
  if (result.examples.length === 0) return null;
  return (
    <section>
      <div class="examples-head">
        <h3>{t.policy.replay.examples}</h3>
        <div class="choice" role="group" aria-label={t.policy.shown}>
          {SHOWN.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={show === each}
              onClick={() => setShow(each)}
            >
              {t.policy.replay.shown[each]}
            </button>
          ))}
        </div>
        {kind !== null && (
          <button type="button" class="button button-plain" onClick={() => onKind(null)}>
            {t.policy.actions[kind.from]} → {t.policy.actions[kind.to]} ×
          </button>
        )}
      </div>
      {shown.length === 0 && <p class="empty">{t.policy.replay.noExamples}</p>}
      <ul class="examples">
        {shown.map((example) => (
          <Item key={example.comment_id} example={example} onOpen={() => setOpen(example)} />
        ))}
      </ul>
      {open !== null && <ExampleDialog example={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

/** Whether the draft agrees with the moderator where the engine had not, or the reverse. */
export function outcomeOf({ from, to, person }: Example): 'won' | 'lost' | null {
  if (person !== 'approve' && person !== 'reject') return null;
  if (to === person) return 'won';
  return from === person ? 'lost' : null;
}

export function ExampleBadges({ example }: { readonly example: Example }) {
  const { from, to, person } = example;
  const outcome = outcomeOf(example);
  return (
    <>
      <span class={`badge action-${from}`}>{t.policy.actions[from]}</span>
      <span aria-hidden="true">→</span>
      <span class="for-readers">{t.policy.changes.becomes}</span>
      <span class={`badge action-${to}`}>{t.policy.actions[to]}</span>
      {(person === 'approve' || person === 'reject') && (
        <span class="quiet">{t.policy.replay.person[person]}</span>
      )}
      {outcome !== null && (
        <span class={`example-outcome people-${outcome}`}>{t.policy.replay.shown[outcome]}</span>
      )}
    </>
  );
}

function Item({ example, onOpen }: { readonly example: Example; readonly onOpen: () => void }) {
  return (
    <li class="example">
      <p class="example-head small">
        <ExampleBadges example={example} />
        <span class="quiet">{example.rules.map(ruleName).join(', ')}</span>
      </p>
      <div class="example-text">
        <MarkedText text={example.excerpt} />
        <button
          type="button"
          class="button button-plain"
          aria-label={t.policy.replay.openExample(example.excerpt.slice(0, 40))}
          onClick={onOpen}
        >
          {t.policy.replay.open}
        </button>
      </div>
    </li>
  );
}
