import { useSearchParams } from 'wouter-preact';

import { isSame } from '../document/members.js';
import { settingsIn } from '../document/filled.js';
import { type Schema, schemaAt } from '../document/schema.js';
import { memberName, ruleName } from '../names.js';
import type { PolicyDesk } from '../policy-context.js';
import type { RuleRecord } from '../use-policy.js';

export const SHOWN = ['all', 'changed', 'off', 'watched', 'acting'] as const;
export type Shown = (typeof SHOWN)[number];

export interface Filters {
  readonly find: string;
  readonly show: Shown;
  /** The section of the publication that the form is about; null for everywhere. */
  readonly section: string | null;
  /** The rule whose settings are open. */
  readonly rule: string | null;
}

/** What of the rules is shown; in the address bar, for a colleague to see the same. */
export function useFilters(): readonly [Filters, (change: Partial<Filters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters: Filters = {
    find: search.get('find') ?? '',
    show: SHOWN.find((each) => each === search.get('show')) ?? 'all',
    section: search.get('section'),
    rule: search.get('rule'),
  };
  const put = (change: Partial<Filters>): void =>
    setSearch(
      (before) => {
        for (const [name, value] of Object.entries<string | null>(change)) {
          if (value === null || value === '' || value === 'all') before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  return [filters, put];
}

type Documents = Pick<PolicyDesk, 'document' | 'standing' | 'schema'>;

/** The rules that fit the filters. */
export function fitting(
  rules: readonly RuleRecord[],
  filters: Filters,
  documents: Documents,
): readonly RuleRecord[] {
  const words = filters.find.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  return rules.filter((rule) => {
    const settings = settingsIn(documents.document, filters.section, rule.id);
    const text = wordsOf(rule, documents.schema);
    if (!words.every((word) => text.includes(word))) return false;
    return isShown(rule, filters, { settings, documents });
  });
}

/** Everything that a rule may be looked for by. */
function wordsOf({ id, description }: RuleRecord, schema: Schema): string {
  const members = Object.keys(schemaAt(schema, ['rules', id])?.properties ?? {});
  return [id, ruleName(id), description, ...members, ...members.map(memberName)]
    .join(' ')
    .toLowerCase();
}

interface About {
  readonly settings: ReturnType<typeof settingsIn>;
  readonly documents: Documents;
}

function isShown(
  rule: RuleRecord,
  { show, section }: Filters,
  { settings, documents }: About,
): boolean {
  const isOn = settings['enabled'] === true;
  const isWatched = settings['observe'] === true;
  switch (show) {
    case 'all':
      return true;
    case 'off':
      return !isOn;
    case 'watched':
      return isOn && isWatched;
    case 'acting':
      return isOn && !isWatched && settings['action'] !== 'approve';
    case 'changed':
      return !isSame(settings, settingsIn(documents.standing, section, rule.id));
  }
}
