import { describe, expect, it } from 'vitest';

import { readConfig, SETTINGS } from '../src/config.js';

describe('The settings', () => {
  it('have defaults with which the service runs as it is', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: 'sqlite:data/gatepost.db',
      logLevel: 'info',
      adminKey: null,
      model: null,
    });
  });

  it('count as unset when they are empty', () => {
    expect(readConfig({ PORT: '', HOST: '', GATEPOST_ADMIN_KEY: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'sqlite:'],
    ['LOG_LEVEL', 'loud'],
    ['GATEPOST_ADMIN_KEY', 'too-short'],
    ['GATEPOST_MODEL', '  '],
    ['GATEPOST_ADMIN_KEY', 'has a space in the middle of it'],
  ])('%s is refused as %s, without repeating it', (name, value) => {
    const refuse = (): unknown => readConfig({ [name]: value });
    expect(refuse).toThrow(name);
    expect(refuse).not.toThrow(`"${value}"`);
  });

  it('that cannot be used are all named at once', () => {
    const wrong = Object.fromEntries(SETTINGS.map(({ name }) => [name, ' ']));
    for (const { name } of SETTINGS) expect(() => readConfig(wrong)).toThrow(name);
  });
});
