import { Type } from '@sinclair/typebox';

import { foldedName } from '../../text/folded-name.js';
import { findLinks } from '../../text/links.js';
import { matchOf } from '../hits.js';
import { findEmails } from '../personal/emails.js';
import type { Outcome, Rule } from '../rule.js';

const settings = Type.Object({
  protected_names: Type.Array(Type.String({ minLength: 2, maxLength: 200 }), {
    maxItems: 1_000,
    default: [],
    description:
      'Names that only the staff may use, in any spelling that reads the same: "The Editors".',
  }),
  min_namesake_approved: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 20,
    description:
      'How many approved comments make an author known, so that a new author whose name reads ' +
      'the same is taken for an impersonator.',
  }),
});

export const authorName: Rule<typeof settings> = {
  id: 'author_name',
  standard: 'conduct',
  reasons: ['conduct.name_is_address', 'conduct.impersonation'],
  description:
    'Finds names that are addresses of pages or of mail, and names that read like those of the ' +
    'staff or of a known author.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ protected_names, min_namesake_approved }) => {
    const staff = new Map(protected_names.map((name) => [spaceless(name), name]));
    return ({ author_name, history }) => {
      const whole = { start: 0, end: author_name.length };
      const taken = staff.get(spaceless(author_name));
      const addresses = [...findLinks(author_name), ...findEmails(author_name)].map(
        ({ start, end }) => ({ term: 'address', start, end }),
      );
      const found: Outcome[] = [...matchOf('conduct.name_is_address', 'author.name', addresses)];
      const isNamesake =
        history.namesake_approved >= min_namesake_approved && history.approved_count === 0;
      if (taken !== undefined || isNamesake) {
        const term = taken ?? 'a known author';
        found.push(...matchOf('conduct.impersonation', 'author.name', [{ term, ...whole }]));
      }
      return found;
    };
  },
};

/** "The Editors" reads like "TheEditors". */
function spaceless(name: string): string {
  return foldedName(name).replaceAll(' ', '');
}
