import type { Preset } from '../use-policy.js';
import { type Document, isObject, objectAt, withMember } from './members.js';

/** Own lists and pasted keys: what a publisher wrote, and no preset has an opinion on. */
const isOwn = (value: unknown): boolean => Array.isArray(value) || typeof value === 'string';
const WORDS: ReadonlySet<string> = new Set(['action', 'on_unknown']);

/**
 * A document with every rule set as a ready-made policy has it. Texts, terms, lists, sections and
 * what the desk follows stay as they were written.
 */
export function withPreset(document: Document, { name, document: preset }: Preset): Document {
  const rules = Object.entries(objectAt(preset, ['rules'])).map(([id, settings]) => {
    const before = Object.entries(objectAt(document, ['rules', id]));
    const own = before.filter(([member, value]) => isOwn(value) && !WORDS.has(member));
    return [id, { ...(isObject(settings) ? settings : {}), ...Object.fromEntries(own) }];
  });
  const { standards: _, ...others } = document;
  const named = withMember(others, ['preset'], name);
  return { ...named, rules: Object.fromEntries(rules) as Document };
}
