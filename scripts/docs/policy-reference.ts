import { DESK_NAMES, type Preset, PRESETS, type RuleSettings } from '../../src/domain/policy.js';
import { STANDARDS } from '../../src/domain/standard.js';
import { PRESET_DEFINITIONS, presetSection } from '../../src/moderation/policy/presets.js';
import { POLICY_JSON_SCHEMA } from '../../src/moderation/policy/schema.js';
import type { Rule } from '../../src/moderation/rule.js';
import { RULES } from '../../src/moderation/rules/index.js';
import { markdownTable } from './markdown.js';

export const REFERENCE_PAGE = 'docs/policy-reference.md';

/** What of a JSON Schema the page tells. */
interface Member {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Member[];
  readonly items?: Member;
  readonly properties?: Readonly<Record<string, Member>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
}

const COMMON = ['enabled', 'action', 'on_unknown', 'observe', 'exempt_after_approved'];
const schema = POLICY_JSON_SCHEMA as unknown as Member;

/** The whole page, from the JSON Schema of a policy and the presets. */
export function referencePage(): string {
  return [
    '# Policy reference',
    'Every member of a policy document, written by `npm run docs` from the JSON Schema that ' +
      '`GET /v1/policy/schema` publishes. What a policy is for stands in [policy.md](policy.md).',
    '## The document',
    membersTable(schema.properties ?? {}),
    ...DESK_NAMES.flatMap((name) => [
      `## ${name}`,
      schema.properties?.[name]?.description ?? '',
      membersTable(schema.properties?.[name]?.properties ?? {}),
    ]),
    '## Presets',
    ...PRESETS.map((preset) => `- \`${preset}\`: ${PRESET_DEFINITIONS[preset].description}`),
    'What differs from `balanced`:',
    presetsTable(),
    '## What every rule has',
    membersTable(commonMembers()),
    ...STANDARDS.flatMap(standardSection),
  ].join('\n\n').replaceAll(/(\n- [^\n]*)\n(?=\n- )/gu, '$1') + '\n';
}

function standardSection(standard: string): readonly string[] {
  const rules = RULES.filter((rule) => rule.standard === standard);
  return rules.length === 0 ? [] : [`## ${standard}`, ...rules.flatMap(ruleSection)];
}

function ruleSection(rule: Rule): readonly string[] {
  const { enabled, action, on_unknown } = rule.defaults;
  const members = sectionOf(rule.id);
  const own = Object.entries(members).filter(([name]) => !COMMON.includes(name));
  const standing =
    `By default ${enabled ? 'on' : 'off'}; a match leads to **${action}**, what could not be ` +
    `checked to ${on_unknown}. Reasons: ${rule.reasons.map((code) => `\`${code}\``).join(', ')}.`;
  return [
    `### ${rule.id}`,
    `${rule.description} ${standing}`,
    ...(own.length === 0 ? [] : [membersTable(Object.fromEntries(own))]),
  ];
}

const sectionOf = (id: string): Readonly<Record<string, Member>> =>
  schema.properties?.['rules']?.properties?.[id]?.properties ?? {};

function commonMembers(): Readonly<Record<string, Member>> {
  const [first] = RULES;
  const members = Object.entries(sectionOf(first?.id ?? ''));
  return Object.fromEntries(
    members.flatMap(([name, { default: _, ...member }]) =>
      COMMON.includes(name) ? [[name, member]] : [],
    ),
  );
}

function membersTable(members: Readonly<Record<string, Member>>): string {
  const rows = Object.entries(members).map(([name, member]) => [
    `\`${name}\``,
    kindOf(member),
    member.default === undefined ? '' : `\`${JSON.stringify(member.default)}\``,
    member.description ?? '',
  ]);
  return markdownTable(['member', 'value', 'default', ''], rows);
}

function kindOf(member: Member): string {
  if (member.enum !== undefined) return member.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (member.const !== undefined) return `\`${JSON.stringify(member.const)}\``;
  if (member.anyOf !== undefined) return member.anyOf.map(kindOf).join(', or ');
  if (member.type === 'array') {
    return `list of at most ${member.maxItems}: ${kindOf(member.items ?? {})}`;
  }
  if (member.type === 'object') return 'object';
  return `${[member.type].flat().join(' or ')}${bounds(member)}`;
}

function bounds({ minimum, maximum, maxLength }: Member): string {
  if (minimum !== undefined && maximum !== undefined) return ` ${minimum}–${maximum}`;
  return maxLength === undefined ? '' : ` of at most ${maxLength} characters`;
}

function presetsTable(): string {
  const others = PRESETS.filter((preset) => preset !== 'balanced');
  const rows = RULES.flatMap((rule) => {
    const cells = others.map((preset) => differences(preset, rule));
    return cells.some((cell) => cell !== '') ? [[`\`${rule.id}\``, ...cells]] : [];
  });
  return markdownTable(['rule', ...others], rows);
}

function differences(preset: Preset, rule: Rule): string {
  const standing: RuleSettings = presetSection('balanced', rule);
  return Object.entries(presetSection(preset, rule))
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(standing[name]))
    .map(([name, value]) => `\`${name}\` ${JSON.stringify(value)}`)
    .join(', ');
}
