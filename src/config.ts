import { ADMIN_KEY_LENGTH_MIN } from './limits.js';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

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
    says: 'sqlite: and the path of the database file, which is made if there is none.',
    mistake: (value) =>
      /^sqlite:./u.test(value) ? null : 'must be sqlite: and a path, as sqlite:data/gatepost.db',
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
  };
}

function isLogLevel(value: string): value is Config['logLevel'] {
  return LOG_LEVELS.some((level) => level === value);
}
