import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';

import { t } from '../../strings/strings.js';
import { DocumentEditor } from '../document/document-editor.js';
import { TryText } from '../try/try-text.js';
import { General } from './general.js';
import { RuleList } from './rule-list.js';
import { RuleFilters } from './rule-filters.js';
import { SectionChoice } from './section-choice.js';
import './rules.css';

const BESIDE = ['try', 'document'] as const;
type Beside = (typeof BESIDE)[number];

/** A form for every rule, and beside it the document that it makes and a text to try it on. */
export function RulesView() {
  const [search, setSearch] = useSearchParams();
  const beside = BESIDE.find((each) => each === search.get('beside')) ?? 'try';
  // On a phone there is room for one of the three.
  const [shown, setShown] = useState<Beside | 'rules'>(search.has('beside') ? beside : 'rules');
  const show = (next: Beside | 'rules'): void => {
    setShown(next);
    if (next === 'rules') return;
    setSearch(
      (before) => {
        before.set('beside', next);
        return before;
      },
      { replace: true },
    );
  };
  return (
    <div class={`policy-columns policy-shows-${shown}`}>
      <div class="choice policy-narrow" role="group" aria-label={t.policy.shown}>
        {(['rules', ...BESIDE] as const).map((each) => (
          <button key={each} type="button" aria-pressed={shown === each} onClick={() => show(each)}>
            {t.policy.beside[each]}
          </button>
        ))}
      </div>
      <div class="policy-form">
        <RuleFilters />
        <SectionChoice />
        <RuleList />
        <General />
      </div>
      <aside class="policy-beside" aria-label={t.policy.beside[beside]}>
        <div class="choice policy-wide" role="group" aria-label={t.policy.shown}>
          {BESIDE.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={beside === each}
              onClick={() => show(each)}
            >
              {t.policy.beside[each]}
            </button>
          ))}
        </div>
        {beside === 'document' ? <DocumentEditor /> : <TryText />}
      </aside>
    </div>
  );
}
