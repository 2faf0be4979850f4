import { t } from '../../strings/strings.js';
import { rulePath, withSetting } from '../document/filled.js';
import type { Document } from '../document/members.js';
import { ruleName } from '../names.js';
import { usePolicyDesk } from '../policy-context.js';
import type { RuleRecord } from '../use-policy.js';

const ACTIONS = ['approve', 'hold', 'reject'] as const;

interface SwitchesProps {
  readonly rule: RuleRecord;
  readonly section: string | null;
  readonly settings: Document;
}

/** Whether a rule is asked, whether it is only watched, and what follows from a match. */
export function RuleSwitches({ rule, section, settings }: SwitchesProps) {
  const { written, change, mayChange } = usePolicyDesk();
  const name = ruleName(rule.id);
  const set = (member: string, value: unknown): void =>
    change(withSetting(written, [...rulePath(section, rule.id), member], value));
  const isOn = settings['enabled'] === true;
  return (
    <span class="rule-switches">
      <label class="check">
        <input
          type="checkbox"
          checked={settings['observe'] === true}
          disabled={!mayChange || !isOn}
          aria-label={t.policy.observeRule(name)}
          onChange={({ currentTarget }) => set('observe', currentTarget.checked)}
        />
        {t.policy.observe}
      </label>
      <select
        class={`rule-action action-${String(settings['action'])}`}
        aria-label={t.policy.actionOf(name)}
        disabled={!mayChange || !isOn}
        value={String(settings['action'])}
        onChange={({ currentTarget }) => set('action', currentTarget.value)}
      >
        {ACTIONS.map((each) => (
          <option key={each} value={each}>
            {t.policy.actions[each]}
          </option>
        ))}
      </select>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={isOn}
        disabled={!mayChange}
        aria-label={t.policy.enableRule(name)}
        onChange={({ currentTarget }) => set('enabled', currentTarget.checked)}
      />
    </span>
  );
}
