import type { FieldError } from '../../domain/errors.js';
import type { PolicyDocument, RuleSettings, ThreadSection } from '../../domain/policy.js';
import { POLICY_ERRORS_MAX, POLICY_SECTION_LISTS_MAX } from '../../limits.js';
import { ownSettings, sectionKey } from '../compile.js';
import { meaningErrors } from './meaning.js';
import { pointerTo } from './pointer.js';

/**
 * The places where what a section says makes no sense, beside what holds there anyway. Names that
 * are the same but for case would leave open which of them is meant.
 */
export function sectionErrors(document: PolicyDocument): readonly FieldError[] {
  const seen = new Map<string, string>();
  const errors: FieldError[] = [];
  let lists = 0;
  for (const [name, section] of Object.entries(document.sections)) {
    const pointer = pointerTo('sections', name);
    const same = seen.get(sectionKey(name));
    seen.set(sectionKey(name), name);
    lists += listsIn(section);
    if (same !== undefined) errors.push({ pointer, detail: `This reads the same as "${same}".` });
    else if (lists > POLICY_SECTION_LISTS_MAX) errors.push({ pointer, detail: TOO_MANY_LISTS });
    else errors.push(...errorsIn(document, section, pointer));
    if (errors.length >= POLICY_ERRORS_MAX) break;
  }
  return errors;
}

const TOO_MANY_LISTS =
  `No more than ${POLICY_SECTION_LISTS_MAX} lists of terms, keys or domains may stand in sections; ` +
  'put what is common under rules.';

function listsIn({ rules }: ThreadSection): number {
  const values = Object.values(rules).flatMap((rule) => Object.entries(ownSettings(rule)));
  return values.filter(([name, value]) => Array.isArray(value) || name === 'keys').length;
}

/** Only what a section sets anew can be wrong there; to check it all again takes its time. */
function errorsIn(
  document: PolicyDocument,
  section: ThreadSection,
  pointer: string,
): readonly FieldError[] {
  const own = new Set(
    Object.entries(section.rules).flatMap(([id, rule]) =>
      Object.keys(ownSettings(rule)).length > 0 ? [id] : [],
    ),
  );
  if (own.size === 0) return [];
  return meaningErrors(inSection(document, section)).flatMap((error) =>
    own.has(error.pointer.split('/')[2] as string)
      ? [{ ...error, pointer: `${pointer}${error.pointer}` }]
      : [],
  );
}

/** The policy as it holds in the threads of a section. */
function inSection(document: PolicyDocument, section: ThreadSection): PolicyDocument {
  const rules = Object.entries(document.rules).map(([id, standing]): [string, RuleSettings] => [
    id,
    { ...standing, ...section.rules[id] },
  ]);
  return { ...document, rules: Object.fromEntries(rules), sections: {} };
}
