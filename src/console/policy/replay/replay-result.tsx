import { useState } from 'preact/hooks';

import type { ReplayResult } from '../../../../openapi/types.js';
import { t } from '../../strings/strings.js';
import { count, duration } from '../../strings/times.js';
import { ruleName } from '../names.js';
import { Examples } from './examples.js';
import { Flow } from './flow.js';
import { FlowTable, type Kind } from './flow-table.js';
import { People } from './people.js';

const RULES_SHOWN = 10;

/** What a replay found: the flow, what people had said, which rules, and comments to look at. */
export function Result({ result }: { readonly result: ReplayResult }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const changed = result.judged - result.unchanged;
  return (
    <div class="replay-result" role="region" aria-label={t.policy.replay.result}>
      <h2 tabIndex={-1}>{t.policy.replay.changed(count(changed), count(result.judged))}</h2>
      <p class="quiet small">
        {t.policy.replay.read(count(result.read), duration(result.elapsed_seconds))}{' '}
        {result.ended === 'limit' && t.policy.replay.onlyNewest}{' '}
        {result.skipped > 0 && t.policy.replay.skipped(count(result.skipped))}
      </p>
      {result.engine_drift > 0 && (
        <p class="notice">{t.policy.replay.drift(count(result.engine_drift))}</p>
      )}
      <div class="replay-columns">
        <section class="card">
          <h3>{t.policy.replay.flow}</h3>
          <Flow result={result} />
          <FlowTable result={result} kind={kind} onKind={setKind} />
        </section>
        <section class="card">
          <h3>{t.policy.replay.people}</h3>
          <People people={result.people} />
        </section>
      </div>
      {result.rules.length > 0 && <Rules rules={result.rules} />}
      <Examples result={result} kind={kind} onKind={setKind} />
    </div>
  );
}

function Rules({ rules }: Pick<ReplayResult, 'rules'>) {
  const [all, setAll] = useState(false);
  return (
    <section>
      <h3>{t.policy.replay.rules}</h3>
      <table class="replay-rules">
        <thead>
          <tr>
            <th scope="col">{t.policy.replay.rule}</th>
            <th scope="col" class="number">
              {t.policy.replay.stricter}
            </th>
            <th scope="col" class="number">
              {t.policy.replay.milder}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.slice(0, all ? rules.length : RULES_SHOWN).map(({ rule, stricter, milder }) => (
            <tr key={rule}>
              <th scope="row">{ruleName(rule)}</th>
              <td class="number">{count(stricter)}</td>
              <td class="number">{count(milder)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && rules.length > RULES_SHOWN && (
        <button type="button" class="button button-plain" onClick={() => setAll(true)}>
          {t.policy.replay.allRules(rules.length)}
        </button>
      )}
    </section>
  );
}
