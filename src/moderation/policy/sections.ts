import type { FieldError } from '../../domain/errors.js';
import type { PolicyDocument, RuleSettings, ThreadSection } from '../../domain/policy.js';
import { sectionKey } from '../compile.js';
import { meaningErrors } from './meaning.js';
import { pointerTo } from './pointer.js';

/**
 * Every place where what a section says makes no sense, beside what holds there anyway. Names that
 * are the same but for case would leave open which of them is meant.
 */
export function sectionErrors(document: PolicyDocument): readonly FieldError[] {
  const seen = new Map<string, string>();
  return Object.entries(document.sections).flatMap(([name, section]) => {
    const pointer = pointerTo('sections', name);
    const same = seen.get(sectionKey(name));
    seen.set(sectionKey(name), name);
    if (same !== undefined) return [{ pointer, detail: `This reads the same as "${same}".` }];
    return meaningErrors(inSection(document, section)).flatMap((error) => {
      const rule = error.pointer.split('/')[2] ?? '';
      return rule in section.rules ? [{ ...error, pointer: `${pointer}${error.pointer}` }] : [];
    });
  });
}

/** The policy as it holds in the threads of a section. */
export function inSection(document: PolicyDocument, section: ThreadSection): PolicyDocument {
  const rules = Object.entries(document.rules).map(([id, standing]): [string, RuleSettings] => [
    id,
    { ...standing, ...section.rules[id] },
  ]);
  return { ...document, rules: Object.fromEntries(rules), sections: {} };
}
