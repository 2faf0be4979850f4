import type { Finding } from '../../domain/finding.js';
import { isObjection } from '../../domain/restriction.js';
import type { Standard } from '../../domain/standard.js';
import type { StatedReason, Statement } from '../../domain/statement.js';
import type { StatementSettings } from '../policy/desk/statements.js';
import { filled } from './placeholders.js';
import { languageIn, STATEMENT_LOCALES, type Wording, wordingFor } from './wording.js';

/** A statement without its texts. */
export type Untold = Omit<Statement, 'message' | 'text' | 'locale'>;

/** In which words it is told. */
export interface Telling {
  /** As `localeAmong` chose it. */
  readonly locale: string;
  readonly settings: StatementSettings;
}

/**
 * The first of the wanted locales that there is anything to say in: the publisher's templates or
 * our own sentences. English where there is none.
 */
export function localeAmong(
  wanted: readonly (string | null)[],
  { templates }: StatementSettings,
): string {
  const ours = new Set(STATEMENT_LOCALES);
  const own = new Set(Object.keys(templates).map((locale) => locale.toLowerCase()));
  const known = (locale: string | null): locale is string =>
    locale !== null &&
    (ours.has(languageIn(locale)) || own.has(locale.toLowerCase()) || own.has(languageIn(locale)));
  return wanted.find(known) ?? 'en';
}

/**
 * Why one finding led to the decision, in the language of the statement. English has a sentence for
 * each reason; the other languages have one for each standard.
 */
export function sentenceOf(finding: Finding, wording: Wording): string {
  if (wording.locale === 'en') return finding.message;
  if (finding.outcome === 'unknown') return wording.unchecked;
  return isObjection(finding) ? wording.standards[finding.standard] : wording.waits;
}

/** The statement in words: one plain sentence or two, and everything as one text. */
export function told(untold: Untold, telling: Telling): Statement {
  const wording = wordingFor(telling.locale);
  const own = ownMessage(untold, telling, wording);
  const message = own ?? ourMessage(untold, wording);
  const locale = own === null ? wording.locale : telling.locale;
  return { ...untold, locale, message, text: textOf(untold, message, wording) };
}

/** The publisher's own sentence, where there is one for the locale or its language. */
function ownMessage(
  untold: Untold,
  { locale, settings }: Telling,
  wording: Wording,
): string | null {
  const standard = untold.ground.standard ?? 'other';
  const byLocale = new Map(
    Object.entries(settings.templates).map(([name, texts]) => [name.toLowerCase(), texts]),
  );
  const exact = byLocale.get(locale.toLowerCase())?.[standard];
  const template = exact ?? byLocale.get(languageIn(locale))?.[standard];
  if (template === undefined) return null;
  return filled(template, {
    standard: wording.names[standard],
    words: quotedWords(untold.facts.reasons, wording),
    thread: untold.facts.thread?.title ?? '',
    date: dayOf(untold.facts.posted_at ?? untold.decided_at),
    reason: untold.facts.told ?? '',
    contact: settings.contact,
    terms_url: settings.terms_url,
  }).trim();
}

function ourMessage({ effect, ends_at, ground, facts }: Untold, wording: Wording): string {
  if (effect === 'account_blocked' || effect === 'account_held') {
    if (ends_at === null) return wording.effects[effect];
    return filled(wording.effects[`${effect}_until`], { date: dayOf(ends_at) });
  }
  return `${wording.effects[effect]} ${whyOf(effect, ground.standard, { facts, wording })}`;
}

function whyOf(
  effect: Statement['effect'],
  standard: Standard | null,
  { facts, wording }: { readonly facts: Statement['facts']; readonly wording: Wording },
): string {
  if (standard !== null) return wording.standards[standard];
  if (effect === 'held') return facts.reasons[0]?.message ?? wording.waits;
  return wording.standards.other;
}

function textOf(untold: Untold, message: string, wording: Wording): string {
  const { facts, redress, ended_at } = untold;
  const words = quotedWords(facts.reasons, wording);
  const lines = [
    message,
    aboutLine(facts, wording),
    line(wording.words, 'words', words),
    line(wording.told, 'reason', facts.told),
    ...groundLines(untold, wording),
    wording.sources[untold.source],
    untold.automated_detection ? wording.detected : null,
    wording.automation[untold.automated_decision],
    line(wording.ended, 'date', ended_at === null ? null : dayOf(ended_at)),
    line(wording.appeal, 'date', redress.appeal_until === null ? null : dayOf(redress.appeal_until)),
    line(wording.contact, 'contact', redress.contact),
    redress.own,
    line(wording.out_of_court, 'body', redress.out_of_court),
    wording.court,
  ];
  return lines.filter((each) => each !== null).join('\n');
}

function aboutLine({ thread, posted_at }: Statement['facts'], wording: Wording): string | null {
  if (posted_at === null) return null;
  const date = dayOf(posted_at);
  if (thread === null || thread.title === null) return filled(wording.about, { date });
  return filled(wording.about_thread, { date, thread: quoted(thread.title, wording) });
}

function groundLines({ ground }: Untold, wording: Wording): readonly (string | null)[] {
  if (ground.legal_ground !== null) return [filled(wording.law, { law: ground.legal_ground })];
  const standard = wording.names[ground.standard ?? 'other'];
  return [
    filled(wording.terms, { version: String(ground.policy_version), standard }),
    line(wording.terms_url, 'url', ground.terms_url),
  ];
}

function line(template: string, name: string, value: string | null): string | null {
  return value === null || value === '' ? null : filled(template, { [name]: value });
}

function quotedWords(reasons: readonly StatedReason[], wording: Wording): string {
  const all = [...new Set(reasons.flatMap((reason) => reason.words))];
  // What one rule found within what another found says nothing more.
  const words = all.filter((word) => !all.some((other) => other !== word && other.includes(word)));
  return words.map((word) => quoted(word, wording)).join(', ');
}

function quoted(text: string, { quotes: [open, close] }: Wording): string {
  return `${open}${text}${close}`;
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}
