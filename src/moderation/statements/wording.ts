import type { Standard } from '../../domain/standard.js';
import type { Automation, Effect, StatementSource } from '../../domain/statement.js';
import { de } from './wording/de.js';
import { en } from './wording/en.js';
import { es } from './wording/es.js';
import { fr } from './wording/fr.js';
import { nl } from './wording/nl.js';

/** `other` where no standard is named. */
export type StandardOrOther = Standard | 'other';

/** The sentences of statements in one language. `{name}` stands for what is filled in. */
export interface Wording {
  readonly locale: string;
  readonly quotes: readonly [string, string];
  /** What is done. `{date}` is when it ends. */
  readonly effects: Readonly<Record<Effect | 'account_blocked_until' | 'account_held_until', string>>;
  /** Why, for each standard. */
  readonly standards: Readonly<Record<StandardOrOther, string>>;
  /** The name of each standard, within a sentence. */
  readonly names: Readonly<Record<StandardOrOther, string>>;
  /** A comment that only waits. */
  readonly waits: string;
  /** A rule could not be checked. */
  readonly unchecked: string;
  readonly about: string;
  readonly about_thread: string;
  readonly words: string;
  readonly told: string;
  readonly law: string;
  readonly terms: string;
  readonly terms_url: string;
  readonly sources: Readonly<Record<StatementSource, string>>;
  readonly detected: string;
  readonly automation: Readonly<Record<Automation, string>>;
  readonly appeal: string;
  readonly contact: string;
  readonly out_of_court: string;
  readonly court: string;
  readonly ended: string;
}

const WORDINGS: ReadonlyMap<string, Wording> = new Map(
  [en, de, nl, fr, es].map((wording) => [wording.locale, wording]),
);

/** The languages that statements are written in. */
export const STATEMENT_LOCALES: readonly string[] = [...WORDINGS.keys()];

/** The language of a locale: `de` of `de-AT`. */
export function languageIn(locale: string): string {
  return (locale.split(/[-_]/u)[0] as string).toLowerCase();
}

/** The sentences in the language of a locale, or in English. */
export function wordingFor(locale: string): Wording {
  return WORDINGS.get(languageIn(locale)) ?? en;
}
