import { describe, expect, it } from 'vitest';

import { completePolicy } from '../../../src/moderation/policy/complete.js';

const errorsOf = (templates: unknown): readonly { pointer: string; detail: string }[] => {
  const completed = completePolicy({ statements: { templates } });
  return completed.ok ? [] : completed.errors;
};

describe('Sentences of the publisher’s for authors', () => {
  it('may stand for any locale and standard', () => {
    expect(errorsOf({ 'de-AT': { spam: 'Keine Werbung.' }, en: { hate: 'No hate.' } })).toEqual([]);
  });

  it.each([
    [{ english: { spam: 'No.' } }, '/english', 'This must be a locale, as "de" or "de-AT".'],
    [{ de: {}, DE: {} }, '/DE', 'This reads the same as "de".'],
    [{ en: { spam: 'No {wrods}.' } }, '/en/spam', expect.stringContaining('{wrods}')],
  ])('are refused where they could not be told: %j', (templates, pointer, detail) => {
    expect(errorsOf(templates)).toEqual([
      { pointer: `/statements/templates${pointer}`, detail },
    ]);
  });
});
