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
      scorer: null,
      webhookAllowPrivate: [],
      rates: { perKey: 60_000, perAddress: 600, wrongKeysPerAddress: 30 },
      trustedProxies: [],
      fronts: ['perspective', 'akismet', 'openai', 'coral'],
      sessionHours: 12,
    });
  });

  it('name the services whose clients are answered', () => {
    const fronts = (value: string) => readConfig({ GATEPOST_FRONTS: value }).fronts;
    expect(fronts('none')).toEqual([]);
    expect(fronts(' OpenAI, openai ')).toEqual(['openai']);
  });

  it('say how long a session lasts', () => {
    for (const hours of [1, 168]) {
      const { sessionHours } = readConfig({ GATEPOST_SESSION_HOURS: String(hours) });
      expect(sessionHours).toBe(hours);
    }
  });

  it.each([
    ['postgres://user:secret@db.example.org:5432/gatepost'],
    ['postgresql://user:se%23cret@/gatepost?host=/run/postgresql'],
    ['postgres:///gatepost'],
  ])('take the address of a PostgreSQL as its driver does: %s', (url) => {
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
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
    ['DATABASE_URL', 'postgres://user:se#cret@db.example.org/gatepost'],
    ['DATABASE_URL', 'postgres://user:secret@db.example.org:99999/gatepost'],
    ['LOG_LEVEL', 'loud'],
    ['GATEPOST_ADMIN_KEY', 'too-short'],
    ['GATEPOST_MODEL', '  '],
    ['GATEPOST_ADMIN_KEY', 'has a space in the middle of it'],
    ['GATEPOST_SCORER_URL', 'scorer.example.com/score'],
    ['GATEPOST_SCORER_URL', 'file:///etc/passwd'],
    ['GATEPOST_SCORER_URL', 'https://user:secret@scorer.example.com/'],
    ['GATEPOST_SCORER_URL', 'https://secret@scorer.example.com/'],
    ['GATEPOST_SCORER_KIND', 'grpc'],
    ['GATEPOST_WEBHOOK_ALLOW_PRIVATE', ' , '],
    ['GATEPOST_WEBHOOK_ALLOW_PRIVATE', '10.0.0.0/40'],
    ['GATEPOST_WEBHOOK_ALLOW_PRIVATE', 'localhost, 300.1.2.3.4'],
    ['GATEPOST_WEBHOOK_ALLOW_PRIVATE', 'http://localhost:3000'],
    ['GATEPOST_WEBHOOK_ALLOW_PRIVATE', '*.internal'],
    ['GATEPOST_WEBHOOK_ALLOW_PRIVATE', Array(51).fill('a').join(',')],
    ['GATEPOST_RATE_PER_KEY', '-1'],
    ['GATEPOST_RATE_PER_ADDRESS', '10000001'],
    ['GATEPOST_RATE_WRONG_KEYS', '1e3'],
    ['GATEPOST_TRUSTED_PROXIES', 'loopback'],
    ['GATEPOST_TRUSTED_PROXIES', '0.0.0.0/0'],
    ['GATEPOST_TRUSTED_PROXIES', '10/8'],
    ['GATEPOST_TRUSTED_PROXIES', 'fe80::1%eth0'],
    ['GATEPOST_TRUSTED_PROXIES', ','],
    ['GATEPOST_TRUSTED_PROXIES', Array(201).fill('10.0.0.1').join(',')],
    ['GATEPOST_FRONTS', 'bing'],
    ['GATEPOST_FRONTS', 'openai,none'],
    ['GATEPOST_FRONTS', ','],
    ['GATEPOST_SESSION_HOURS', '0'],
    ['GATEPOST_SESSION_HOURS', '169'],
    ['GATEPOST_SESSION_HOURS', '1.5'],
    ['GATEPOST_SESSION_HOURS', '-8'],
    ['GATEPOST_SCORER_KEY', 'secret\nx-other: header'],
    ['GATEPOST_SCORER_KEY', 'k'.repeat(1_025)],
    ['GATEPOST_SCORER_MODEL', 'm'.repeat(201)],
    ['GATEPOST_SCORER_TIMEOUT_MS', '49'],
    ['GATEPOST_SCORER_TIMEOUT_MS', '10001'],
    ['GATEPOST_SCORER_TIMEOUT_MS', '1e3'],
  ])('%s is refused as %s, without repeating it', (name, value) => {
    const refuse = (): unknown => readConfig({ [name]: value });
    expect(refuse).toThrow(name);
    expect(refuse).not.toThrow(`"${value}"`);
    expect(refuse).not.toThrow('secret');
  });

  it('name an outside scorer, and nothing of one where no address is set', () => {
    const rest = { GATEPOST_SCORER_KEY: 'secret', GATEPOST_SCORER_KIND: 'openai' };
    expect(readConfig(rest).scorer).toBeNull();
    const url = 'https://scorer.example.com/v1/moderations?tier=1';
    expect(readConfig({ GATEPOST_SCORER_URL: url }).scorer).toEqual({
      url,
      kind: 'http',
      key: null,
      model: null,
      timeoutMilliseconds: 800,
    });
    const full = { GATEPOST_SCORER_MODEL: 'm-1', GATEPOST_SCORER_TIMEOUT_MS: '10000', ...rest };
    expect(readConfig({ GATEPOST_SCORER_URL: url, ...full }).scorer).toEqual({
      url,
      kind: 'openai',
      key: 'secret',
      model: 'm-1',
      timeoutMilliseconds: 10_000,
    });
  });

  it('that cannot be used are all named at once', () => {
    const wrong = Object.fromEntries(SETTINGS.map(({ name }) => [name, ' ']));
    for (const { name } of SETTINGS) expect(() => readConfig(wrong)).toThrow(name);
  });

  it('list names and ranges with commas between them', () => {
    const listed = 'localhost, CMS.internal,10.0.0.0/8,fd00::/8,::1';
    const given = { GATEPOST_WEBHOOK_ALLOW_PRIVATE: listed };
    expect(readConfig(given).webhookAllowPrivate).toEqual([
      'localhost',
      'cms.internal',
      '10.0.0.0/8',
      'fd00::/8',
      '::1',
    ]);
  });

  it('say how much is taken from one client, and which proxies are believed', () => {
    const read = readConfig({
      GATEPOST_RATE_PER_KEY: '0',
      GATEPOST_RATE_PER_ADDRESS: '10',
      GATEPOST_RATE_WRONG_KEYS: '5',
      GATEPOST_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, FD00::/8',
    });
    expect(read.rates).toEqual({ perKey: 0, perAddress: 10, wrongKeysPerAddress: 5 });
    expect(read.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
  });
});
