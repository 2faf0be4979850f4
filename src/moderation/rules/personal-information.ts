import { Type } from '@sinclair/typebox';

import { matchOf } from '../hits.js';
import { findAddresses } from '../personal/addresses.js';
import { findCards } from '../personal/cards.js';
import { findEmails } from '../personal/emails.js';
import { findIbans } from '../personal/ibans.js';
import { countryOf, findPhones } from '../personal/phones.js';
import type { Rule } from '../rule.js';

const settings = Type.Object({
  default_country: Type.String({
    pattern: '^[A-Z]{2}$',
    default: 'US',
    description:
      'The country (two capital letters, ISO 3166) whose telephone numbers are recognised without ' +
      'a country code, where the locale of a comment names none.',
  }),
});

export const personalInformation: Rule<typeof settings> = {
  id: 'personal_information',
  standard: 'personal_information',
  reasons: [
    'personal_information.email',
    'personal_information.phone',
    'personal_information.card',
    'personal_information.iban',
    'personal_information.address',
  ],
  description: 'Finds e-mail addresses, telephone numbers, numbers of cards and accounts, and where people live.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ default_country }) => ({ body, locale }) => [
    ...matchOf('personal_information.email', 'body', findEmails(body)),
    ...matchOf(
      'personal_information.phone',
      'body',
      findPhones(body, countryOf(locale, default_country)),
    ),
    ...matchOf('personal_information.card', 'body', findCards(body)),
    ...matchOf('personal_information.iban', 'body', findIbans(body)),
    ...matchOf('personal_information.address', 'body', findAddresses(body)),
  ],
};
