import { Type } from '@sinclair/typebox';

import { findLinks } from '../../text/links.js';
import { shadowWords } from '../../text/shadow-text.js';
import { matchOf } from '../hits.js';
import { findEmails } from '../personal/emails.js';
import type { Outcome, Rule } from '../rule.js';
import { protectedNames, titledNames } from '../staff-names.js';

const settings = Type.Object({
  protected_names: Type.Array(Type.String({ minLength: 2, maxLength: 200 }), {
    maxItems: 1_000,
    default: [],
    description:
      'Names that only the staff may use, and that of the publication, in any spelling that reads ' +
      'the same: "Jane Doe" covers "The Real Jane_D0e" and "Editor Jane Doe".',
  }),
  staff_titles: Type.Array(Type.String({ minLength: 3, maxLength: 50 }), {
    maxItems: 100,
    default: ['admin', 'administrator', 'moderator', 'editor', 'webmaster'],
    description:
      'Titles that nobody may claim in a name: "Site Admin", "Editor Kim", "Kim (Moderator)". Put ' +
      'the names of those who may into `allowed_terms`.',
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
  reasons: ['conduct.name_is_address', 'conduct.impersonation', 'conduct.staff_title'],
  description:
    'Finds names that are addresses of pages or of mail, that read like those of the staff or of a ' +
    'known author, or that claim a title of the staff.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ protected_names, staff_titles, min_namesake_approved }, { allowed_terms }) => {
    const staff = protectedNames(protected_names, staff_titles);
    const title = titledNames(staff_titles, allowed_terms);
    return ({ author_name, author_name_shadow: shadow, history }) => {
      const { text } = shadow;
      const words = shadowWords(shadow);
      const whole = { start: 0, end: author_name.length };
      const addresses = [...findLinks(author_name), ...findEmails(author_name)].map(
        ({ start, end }) => ({ term: 'address', start, end }),
      );
      const found: Outcome[] = [...matchOf('conduct.name_is_address', 'author.name', addresses)];
      const isNamesake =
        history.namesake_approved >= min_namesake_approved && history.approved_count === 0;
      const taken = staff(words) ?? (isNamesake ? 'a known author' : null);
      if (taken !== null) {
        found.push(...matchOf('conduct.impersonation', 'author.name', [{ term: taken, ...whole }]));
      }
      const claimed = title(words, text);
      if (claimed !== null) {
        found.push(...matchOf('conduct.staff_title', 'author.name', [{ term: claimed, ...whole }]));
      }
      return found;
    };
  },
};
