import naughtyWords from 'naughty-words';

import type { TermEntry } from '../../text/terms/term.js';
import { list } from './list.js';
import type { Word } from './word.js';

/** Not offensive by themselves, or so common in English that every text would have to be told. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  list('am, göt, götten, hård, 13., xx, cu, Nazi, nazi, mona, fan, heterosexual, homosexual'),
);

/**
 * Offensive words by language, from the List of Dirty, Naughty, Obscene, and Otherwise Bad Words
 * (package naughty-words, CC-BY-4.0). English is ours (english.ts); Esperanto, Klingon and Kabyle
 * are left out because no detector tells them reliably.
 */
export const OTHER_LANGUAGES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(naughtyWords)
    .filter(([code]) => !/^(?:en|eo|tlh|kab|fil|fr-CA.*)$/u.test(code))
    .map(([code, words]) => [code, words.filter((word) => word.length > 1 && !LEFT_OUT.has(word))]),
);

/** Those words as they are looked for; they count in texts of their own language only. */
export const OTHER_WORDS: readonly TermEntry<Word>[] = entries();

function entries(): readonly TermEntry<Word>[] {
  const languages = new Map<string, Set<string>>();
  for (const [language, words] of OTHER_LANGUAGES) {
    for (const word of words) languages.set(word, (languages.get(word) ?? new Set()).add(language));
  }
  return [...languages].map(([text, codes]) => ({
    text,
    exact: true,
    value: {
      spelling_of: null,
      grade: 'other_language',
      insult: null,
      name: false,
      languages: codes,
      ordinary_in: new Set<string>(),
      excused_near: null,
    },
  }));
}
