import { Type } from '@sinclair/typebox';

import { IS_AT } from '../../text/character-classes.js';
import { matchOf } from '../hits.js';
import { findAddresses } from '../personal/addresses.js';
import { CARD_DIGITS_MIN, findCards } from '../personal/cards.js';
import { findEmails } from '../personal/emails.js';
import { findIbans, IBAN_LENGTH_MIN } from '../personal/ibans.js';
import { countryOf, findPhones, PHONE_DIGITS_MIN } from '../personal/phones.js';
import { CLEAR, type Outcome, type Rule } from '../rule.js';

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
  compile: ({ default_country }) => ({ body, shadow, locale }) => {
    const { seen, digits, capitals } = shadow.survey;
    if (digits === 0 && (seen & IS_AT) === 0) return CLEAR;
    const found: Outcome[] = [...matchOf('personal_information.email', 'body', findEmails(body))];
    if (digits >= PHONE_DIGITS_MIN) {
      const phones = findPhones(body, countryOf(locale, default_country));
      found.push(...matchOf('personal_information.phone', 'body', phones));
    }
    if (digits >= CARD_DIGITS_MIN) {
      found.push(...matchOf('personal_information.card', 'body', findCards(body)));
    }
    if (digits + capitals >= IBAN_LENGTH_MIN) {
      found.push(...matchOf('personal_information.iban', 'body', findIbans(body)));
    }
    if (digits > 0 && capitals > 0) {
      found.push(...matchOf('personal_information.address', 'body', findAddresses(body)));
    }
    return found;
  },
};
