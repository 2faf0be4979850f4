import { describe, expect, it } from 'vitest';

import { emailDomain, emailKey, identityOf, nameKey } from '../../src/domain/identity.js';

describe('An author is known', () => {
  it.each([
    ['by the id of the CMS', {}, { kind: 'external_id', key: 'U-7' }],
    ['else by the e-mail address', { external_id: null }, { kind: 'email', key: 'kim@example.com' }],
    ['else by the name', { external_id: null, email: null }, { kind: 'name', key: 'kim lee' }],
  ])('%s', (_, change, identity) => {
    const author = { external_id: 'U-7', email: ' Kim@Example.com', name: 'Kim  Lee', ...change };
    expect(identityOf(author)).toEqual(identity);
  });
});

describe('Two names are of one author', () => {
  it.each([
    ['in another case', 'KIM LEE', true],
    ['with other spacing', ' Kim \t Lee\u00a0', true],
    ['in wide letters', 'Ｋｉｍ Lee', true],
    ['and not with a look-alike letter', 'Kіm Lee', false],
    ['and not with another sign', 'Kim-Lee', false],
  ])('%s', (_, name, same) => {
    expect(nameKey(name) === nameKey('Kim Lee')).toBe(same);
  });
});

describe('The domain of an e-mail address', () => {
  it.each([
    ['kim@example.com', 'example.com'],
    ['Kim@Mail.EXAMPLE.com ', 'mail.example.com'],
    ['"a@b"@example.com', 'example.com'],
    ['kim', null],
    ['kim@', null],
    ['', null],
  ])('of %j is %j', (email, domain) => {
    expect(emailDomain(email)).toBe(domain);
  });

  it('is compared as the address is', () => {
    expect(emailKey('Kim@EXAMPLE.com').endsWith(`@${emailDomain('kim@Example.COM')}`)).toBe(true);
  });
});
