import { useId, useLayoutEffect, useRef } from 'preact/hooks';

import { t } from '../../strings/strings.js';
import { count, percent } from '../../strings/times.js';
import { differences } from '../document/differences.js';
import { rulePath, settingsIn } from '../document/filled.js';
import {
  type Document,
  isObject,
  memberAt,
  pointerOf,
  withMember,
  withoutMember,
} from '../document/members.js';
import type { Schema } from '../document/schema.js';
import { ruleName } from '../names.js';
import { usePolicyDesk } from '../policy-context.js';
import type { RuleRecord } from '../use-policy.js';
import { RuleSwitches } from './rule-switches.js';
import { Setting } from './setting-field.js';

interface RowProps {
  readonly rule: RuleRecord;
  readonly section: string | null;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One rule: whether it is asked and what follows at once, the rest when it is opened. */
export function RuleRow({ rule, section, open, onOpen }: RowProps) {
  const id = useId();
  const element = useRef<HTMLElement>(null);
  const { document, standing, faults, mayChange } = usePolicyDesk();
  const settings = settingsIn(document, section, rule.id);
  const changes = differences(settingsIn(standing, section, rule.id), settings).length;
  const wrong = faults.within(pointerOf(rulePath(section, rule.id))).length;
  useLayoutEffect(() => {
    // A link to a rule, as a finding has one, leads to the rule.
    if (open) element.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <article
      ref={element}
      class={`rule ${open ? 'rule-is-open' : ''} ${settings['enabled'] === true ? '' : 'rule-off'}`}
      aria-labelledby={id}
    >
      <header class="rule-head">
        <h3 id={id}>
          <button type="button" aria-expanded={open} onClick={() => onOpen(!open)}>
            {ruleName(rule.id)}
          </button>
        </h3>
        {changes > 0 && <span class="badge badge-changed">{t.policy.changed(changes)}</span>}
        {wrong > 0 && <span class="badge status-rejected">{t.policy.wrong(wrong)}</span>}
        <RuleSwitches rule={rule} section={section} settings={settings} />
      </header>
      <p class="rule-told" lang="en">
        {rule.description}
      </p>
      {open && (
        <fieldset class="rule-settings" disabled={!mayChange}>
          <legend class="for-readers">{ruleName(rule.id)}</legend>
          <RuleSettings rule={rule} section={section} settings={settings} />
          <footer class="rule-foot">
            <Record rule={rule} />
            {changes > 0 && mayChange && <ResetRule rule={rule} section={section} />}
          </footer>
        </fieldset>
      )}
    </article>
  );
}

interface SettingsProps {
  readonly rule: RuleRecord;
  readonly section: string | null;
  readonly settings: Document;
}

const AT_THE_HEAD: ReadonlySet<string> = new Set(['enabled', 'action', 'observe']);
/** Of every rule, and seldom what one came for. */
const LAST: ReadonlySet<string> = new Set(['on_unknown', 'exempt_after_approved']);

function RuleSettings({ rule, section, settings }: SettingsProps) {
  const { schema, standing, document } = usePolicyDesk();
  const members = Object.entries(ruleSchema(schema, rule.id)).filter(
    ([name]) => !AT_THE_HEAD.has(name),
  );
  const ordered = [
    ...members.filter(([name]) => !LAST.has(name)),
    ...members.filter(([name]) => LAST.has(name)),
  ];
  // A section follows what holds everywhere; everywhere, what is in force.
  const standingSettings =
    section === null
      ? settingsIn(standing, null, rule.id)
      : settingsIn(document, null, rule.id);
  return (
    <>
      {ordered.map(([name, member]) => (
        <Setting
          key={`${section ?? ''}/${name}`}
          path={[...rulePath(section, rule.id), name]}
          schema={member}
          value={settings[name]}
          standing={standingSettings[name]}
        />
      ))}
    </>
  );
}

function ruleSchema(schema: Schema, rule: string): Readonly<Record<string, Schema>> {
  return schema.properties?.['rules']?.properties?.[rule]?.properties ?? {};
}

/** What the rule found lately, and how often moderators agreed. */
function Record({ rule: { matches, decided, precision } }: { readonly rule: RuleRecord }) {
  return (
    <p class="quiet small">
      {t.policy.record(count(matches))}{' '}
      {precision === null
        ? t.policy.noPrecision
        : t.policy.precision(percent(precision), count(decided))}
    </p>
  );
}

function ResetRule({ rule, section }: Pick<SettingsProps, 'rule' | 'section'>) {
  const { written, standing, change } = usePolicyDesk();
  const path = rulePath(section, rule.id);
  const reset = (): void => {
    const before = memberAt(standing, path);
    change(isObject(before) ? withMember(written, path, before) : withoutMember(written, path));
  };
  return (
    <button type="button" class="button" onClick={reset}>
      {t.policy.resetRule}
    </button>
  );
}
