import { type Document, objectAt, type Path, withMember, withoutMember, isSame, memberAt } from './members.js';

/** A rule as the service lists it. */
export interface RuleInfo {
  readonly id: string;
  readonly standard: string;
  readonly description: string;
}

/** A document with everything that it leaves out, as the service would fill it when it is saved. */
export function filled(
  document: Document,
  preset: Document,
  rules: readonly RuleInfo[],
): Document {
  const { standards: _, ...own } = document;
  const sections = Object.entries(objectAt(document, ['sections']));
  return {
    ...preset,
    ...own,
    ...Object.fromEntries(
      DESK.map((name) => [name, { ...objectAt(preset, [name]), ...objectAt(document, [name]) }]),
    ),
    rules: Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        { ...objectAt(preset, ['rules', rule.id]), ...saidOf(document, rule) },
      ]),
    ),
    sections: Object.fromEntries(
      sections.map(([name, section]) => [name, { rules: sectionRules(section, rules) }]),
    ),
  };
}

export const DESK = ['reports', 'strikes', 'appeals', 'statements', 'retention'] as const;

/** What is said of one rule, by its standard and by its name. */
function saidOf(said: unknown, { id, standard }: RuleInfo): Document {
  return { ...objectAt(said, ['standards', standard]), ...objectAt(said, ['rules', id]) };
}

function sectionRules(section: unknown, rules: readonly RuleInfo[]): Document {
  const said = rules.map((rule) => [rule.id, saidOf(section, rule)] as const);
  return Object.fromEntries(said.filter(([, members]) => Object.keys(members).length > 0));
}

/** Where a rule's settings stand: for everywhere, or for one section of the publication. */
export function rulePath(section: string | null, rule: string): Path {
  return section === null ? ['rules', rule] : ['sections', section, 'rules', rule];
}

/** A rule's settings as they hold in a section. */
export function settingsIn(document: Document, section: string | null, rule: string): Document {
  const everywhere = objectAt(document, ['rules', rule]);
  if (section === null) return everywhere;
  return { ...everywhere, ...objectAt(document, rulePath(section, rule)) };
}

/** Sets a member of a rule; in a section, what is as everywhere is not said again. */
export function withSetting(document: Document, path: Path, value: unknown): Document {
  if (path[0] !== 'sections') return withMember(document, path, value);
  const everywhere = memberAt(document, path.slice(2));
  if (!isSame(everywhere, value)) return withMember(document, path, value);
  const section = path.slice(0, 2);
  const left = withoutMember(document, path);
  // A section that says nothing any more is still one that somebody chose to name.
  return memberAt(left, section) === undefined ? withMember(left, section, { rules: {} }) : left;
}
