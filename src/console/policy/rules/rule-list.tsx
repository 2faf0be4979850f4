import { useMemo } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { usePolicyDesk } from '../policy-context.js';
import type { RuleRecord } from '../use-policy.js';
import { RuleRow } from './rule-row.js';
import { fitting, useFilters } from './use-filters.js';

const STANDARD_NAMES: Readonly<Record<string, string>> = t.standard;

/** The rules that fit the filters, by the standards that they enforce. */
export function RuleList() {
  const desk = usePolicyDesk();
  const [filters, put] = useFilters();
  const groups = useMemo(
    () => byStandard(fitting(desk.rules, filters, desk)),
    [desk, filters.find, filters.show, filters.section],
  );
  if (groups.length === 0) {
    return (
      <p class="empty" role="status">
        {t.policy.noneFound}
      </p>
    );
  }
  return (
    <>
      {groups.map(([standard, rules]) => (
        <section key={standard} class="policy-standard">
          <h2>{STANDARD_NAMES[standard] ?? standard}</h2>
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              section={filters.section}
              open={filters.rule === rule.id}
              onOpen={(open) => put({ rule: open ? rule.id : null })}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/** In the order of the first rule of each. */
function byStandard(
  rules: readonly RuleRecord[],
): readonly (readonly [string, readonly RuleRecord[]])[] {
  const groups = new Map<string, RuleRecord[]>();
  for (const rule of rules) {
    const group = groups.get(rule.standard) ?? [];
    groups.set(rule.standard, group);
    group.push(rule);
  }
  return [...groups];
}
