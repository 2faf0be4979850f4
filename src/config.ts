import {
  allowedMistake,
  databaseMistake,
  frontsMistake,
  frontsOf,
  hoursMistake,
  listOf,
  printableMistake,
  proxiesMistake,
  rateMistake,
  urlMistake,
} from './config/mistakes.js';
import { FRONT_NAMES, type FrontName } from './domain/front.js';
import {
  ADMIN_KEY_LENGTH_MIN,
  SCORER_KEY_LENGTH_MAX,
  SCORER_MODEL_LENGTH_MAX,
  SCORER_TIMEOUT_MILLISECONDS_MAX,
  SCORER_TIMEOUT_MILLISECONDS_MIN,
} from './limits.js';
import {
  REQUESTS_PER_ADDRESS_DEFAULT,
  REQUESTS_PER_KEY_DEFAULT,
  WRONG_KEYS_PER_ADDRESS_DEFAULT,
} from './limits/admission.js';
import { SESSION_HOURS_DEFAULT, SESSION_HOURS_MAX, SESSION_HOURS_MIN } from './limits/sessions.js';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export const SCORER_KINDS = ['http', 'openai'] as const;

/** A scorer outside of this service that texts are sent to. */
export interface ScorerConfig {
  readonly url: string;
  readonly kind: (typeof SCORER_KINDS)[number];
  /** Secret. */
  readonly key: string | null;
  readonly model: string | null;
  readonly timeoutMilliseconds: number;
}

/** How the service was told to run. */
export interface Config {
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  readonly databaseUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** The admin key to use instead of making one; null to make one on the first start. */
  readonly adminKey: string | null;
  /** The path of a model file, `NO_MODEL` to score nothing, null for the shipped model. */
  readonly model: string | null;
  /** Null where no text leaves the machine. */
  readonly scorer: ScorerConfig | null;
  /** Names, addresses and CIDR ranges that webhooks may be sent to though they are private. */
  readonly webhookAllowPrivate: readonly string[];
  /** Requests a minute from one client; 0 for no limit. */
  readonly rates: {
    readonly perKey: number;
    readonly perAddress: number;
    readonly wrongKeysPerAddress: number;
  };
  /** Addresses and CIDR ranges of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** The services whose clients are answered. */
  readonly fronts: readonly FrontName[];
  /** How long somebody who signed in to the console stays so. */
  readonly sessionHours: number;
}

/** What GATEPOST_MODEL is set to where nothing is to be scored. */
export const NO_MODEL = 'none';

interface Setting {
  readonly name: string;
  readonly initial: string | null;
  /** A sentence for the help. */
  readonly says: string;
  /** What is wrong with a value; null when it can be used. Never repeats the value. */
  readonly mistake: (value: string) => string | null;
}

/** Every setting there is. */
export const SETTINGS = [
  {
    name: 'HOST',
    initial: '127.0.0.1',
    says: 'The address to listen on; 0.0.0.0 for every one of the machine.',
    mistake: (value) => (/^[0-9A-Za-z.:-]+$/u.test(value) ? null : 'must be an address or a name'),
  },
  {
    name: 'PORT',
    initial: '8080',
    says: 'The TCP port to listen on; 0 for a free one.',
    mistake: (value) =>
      /^\d{1,5}$/u.test(value) && Number(value) <= 65_535 ? null : 'must be from 0 to 65535',
  },
  {
    name: 'DATABASE_URL',
    initial: 'sqlite:data/gatepost.db',
    says:
      'sqlite: and the path of the database file, which is made if there is none; or ' +
      'postgres://user:password@host/database of PostgreSQL 15 or later.',
    mistake: databaseMistake,
  },
  {
    name: 'LOG_LEVEL',
    initial: 'info',
    says: `The least severity that is logged: ${LOG_LEVELS.join(', ')}.`,
    mistake: (value) =>
      isLogLevel(value) ? null : `must be one of ${LOG_LEVELS.join(', ')}`,
  },
  {
    name: 'GATEPOST_ADMIN_KEY',
    initial: null,
    says: 'The admin key to use instead of making one; replaces the one set before.',
    mistake: (value) =>
      /^[\x21-\x7e]+$/u.test(value) && value.length >= ADMIN_KEY_LENGTH_MIN
        ? null
        : `must have at least ${ADMIN_KEY_LENGTH_MIN} printable ASCII characters and no spaces`,
  },
  {
    name: 'GATEPOST_MODEL',
    initial: null,
    says: `The path of a model file to score texts by instead of the shipped one; ${NO_MODEL} for none.`,
    mistake: (value) => (value.trim() === '' ? `must be a path or ${NO_MODEL}` : null),
  },
  {
    name: 'GATEPOST_SCORER_URL',
    initial: null,
    says: 'The http or https address of an outside scorer; without it no text leaves the machine.',
    mistake: urlMistake,
  },
  {
    name: 'GATEPOST_SCORER_KIND',
    initial: 'http',
    says: 'How it is spoken to: http (docs/scorers.md), or openai as /v1/moderations is.',
    mistake: (value) =>
      isScorerKind(value) ? null : `must be one of ${SCORER_KINDS.join(', ')}`,
  },
  {
    name: 'GATEPOST_SCORER_KEY',
    initial: null,
    says: 'The secret that it is shown, as a bearer token.',
    mistake: (value) => printableMistake(value, SCORER_KEY_LENGTH_MAX),
  },
  {
    name: 'GATEPOST_SCORER_MODEL',
    initial: null,
    says: 'The model to ask for (openai), or the name to keep for one that does not say its own.',
    mistake: (value) => printableMistake(value, SCORER_MODEL_LENGTH_MAX),
  },
  {
    name: 'GATEPOST_SCORER_TIMEOUT_MS',
    initial: '800',
    says:
      'How many milliseconds it has for an answer, ' +
      `${SCORER_TIMEOUT_MILLISECONDS_MIN} to ${SCORER_TIMEOUT_MILLISECONDS_MAX}.`,
    mistake: (value) =>
      /^\d{1,5}$/u.test(value) &&
      Number(value) >= SCORER_TIMEOUT_MILLISECONDS_MIN &&
      Number(value) <= SCORER_TIMEOUT_MILLISECONDS_MAX
        ? null
        : `must be from ${SCORER_TIMEOUT_MILLISECONDS_MIN} to ${SCORER_TIMEOUT_MILLISECONDS_MAX}`,
  },
  {
    name: 'GATEPOST_WEBHOOK_ALLOW_PRIVATE',
    initial: null,
    says: 'Names and ranges inside your network that webhooks may go to: localhost,10.0.0.0/8.',
    mistake: allowedMistake,
  },
  {
    name: 'GATEPOST_RATE_PER_KEY',
    initial: String(REQUESTS_PER_KEY_DEFAULT),
    says: 'How many requests a minute one key may send; 0 for no limit.',
    mistake: rateMistake,
  },
  {
    name: 'GATEPOST_RATE_PER_ADDRESS',
    initial: String(REQUESTS_PER_ADDRESS_DEFAULT),
    says: 'How many requests a minute without a key may come from one address; 0 for no limit.',
    mistake: rateMistake,
  },
  {
    name: 'GATEPOST_RATE_WRONG_KEYS',
    initial: String(WRONG_KEYS_PER_ADDRESS_DEFAULT),
    says: 'How many wrong keys a minute may come from one address; 0 for no limit.',
    mistake: rateMistake,
  },
  {
    name: 'GATEPOST_TRUSTED_PROXIES',
    initial: null,
    says: 'Addresses and ranges of proxies whose X-Forwarded-For is believed: 127.0.0.1,10.0.0.0/8.',
    mistake: proxiesMistake,
  },
  {
    name: 'GATEPOST_FRONTS',
    initial: FRONT_NAMES.join(','),
    says: `The services whose clients are answered, of ${FRONT_NAMES.join(', ')}; none for none.`,
    mistake: frontsMistake,
  },
  {
    name: 'GATEPOST_SESSION_HOURS',
    initial: String(SESSION_HOURS_DEFAULT),
    says: `After how many hours a session ends, ${SESSION_HOURS_MIN} to ${SESSION_HOURS_MAX}.`,
    mistake: hoursMistake,
  },
] as const satisfies readonly Setting[];

type Name = (typeof SETTINGS)[number]['name'];

/** The settings that cannot be used, all of them at once. */
export class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(`the settings cannot be used:\n${mistakes.map((each) => `  ${each}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings from the environment; an empty variable counts as unset.
 *
 * @throws ConfigError that names every mistake.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = new Map<Name, string | null>();
  const mistakes: string[] = [];
  for (const { name, initial, mistake } of SETTINGS) {
    const given = env[name] ?? '';
    const wrong = given === '' ? null : mistake(given);
    if (wrong !== null) mistakes.push(`${name} ${wrong}`);
    values.set(name, given === '' ? initial : given);
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  const text = (name: Name): string => values.get(name) ?? '';
  const level = text('LOG_LEVEL');
  return {
    host: text('HOST'),
    port: Number(text('PORT')),
    databaseUrl: text('DATABASE_URL'),
    logLevel: isLogLevel(level) ? level : 'info',
    adminKey: values.get('GATEPOST_ADMIN_KEY') ?? null,
    model: values.get('GATEPOST_MODEL') ?? null,
    scorer: scorerConfig(values),
    webhookAllowPrivate: listOf(text('GATEPOST_WEBHOOK_ALLOW_PRIVATE')),
    rates: {
      perKey: Number(text('GATEPOST_RATE_PER_KEY')),
      perAddress: Number(text('GATEPOST_RATE_PER_ADDRESS')),
      wrongKeysPerAddress: Number(text('GATEPOST_RATE_WRONG_KEYS')),
    },
    trustedProxies: listOf(text('GATEPOST_TRUSTED_PROXIES')),
    fronts: frontsOf(text('GATEPOST_FRONTS')),
    sessionHours: Number(text('GATEPOST_SESSION_HOURS')),
  };
}

function scorerConfig(values: ReadonlyMap<Name, string | null>): ScorerConfig | null {
  const url = values.get('GATEPOST_SCORER_URL') ?? null;
  if (url === null) return null;
  const kind = values.get('GATEPOST_SCORER_KIND') ?? '';
  return {
    url,
    kind: isScorerKind(kind) ? kind : 'http',
    key: values.get('GATEPOST_SCORER_KEY') ?? null,
    model: values.get('GATEPOST_SCORER_MODEL') ?? null,
    timeoutMilliseconds: Number(values.get('GATEPOST_SCORER_TIMEOUT_MS')),
  };
}

function isLogLevel(value: string): value is Config['logLevel'] {
  return LOG_LEVELS.some((level) => level === value);
}

function isScorerKind(value: string): value is ScorerConfig['kind'] {
  return SCORER_KINDS.some((kind) => kind === value);
}
