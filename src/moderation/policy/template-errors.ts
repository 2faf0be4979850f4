import type { FieldError } from '../../domain/errors.js';
import type { PolicyDocument } from '../../domain/policy.js';
import { templateFault } from '../statements/placeholders.js';
import { deskSettings } from './desk/settings.js';
import { pointerTo } from './pointer.js';

const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/iu;

/** Sentences of the publisher's for authors that could not be told, or to nobody. */
export function templateErrors(document: PolicyDocument): readonly FieldError[] {
  const { templates } = deskSettings(document, 'statements');
  const seen = new Map<string, string>();
  return Object.entries(templates).flatMap(([locale, texts]) => {
    const pointer = pointerTo('statements', 'templates', locale);
    const same = seen.get(locale.toLowerCase());
    seen.set(locale.toLowerCase(), locale);
    if (same !== undefined) return [{ pointer, detail: `This reads the same as "${same}".` }];
    if (!LOCALE.test(locale)) {
      return [{ pointer, detail: 'This must be a locale, as "de" or "de-AT".' }];
    }
    return Object.entries(texts).flatMap(([standard, text]) => {
      const detail = templateFault(text);
      return detail === null ? [] : [{ pointer: `${pointer}/${standard}`, detail }];
    });
  });
}
