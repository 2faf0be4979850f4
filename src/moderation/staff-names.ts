import { normalize } from '../text/normalize.js';
import { type TextWord, undouble, wordsOf } from '../text/words.js';

/** Words that make no other name of a name: "The Real Jane Doe (official)". */
const ORNAMENTS = new Set(
  'the real official site team our your desk mr mrs ms dr prof sir'.split(' ').map(undouble),
);
/** Sets a title off from the name before it: "Kim (Editor)", "Kim - Editor", not "co-editor". */
const SETS_OFF = /[([{|,:/~]|\s-|-\s/u;
/** A name with its title has few words; more are a sentence: "Editor wanted by local paper". */
const TITLED_WORDS_MAX = 3;

/** Words of a name as they are compared: doubled letters count once, numbers not at all. */
type Words = readonly string[];

/** The entry that a name reads like; null for none. */
type Reading = string | null;

/** Finds names that read like one of these, with ornaments and titles or without. */
export function protectedNames(
  names: readonly string[],
  titles: readonly string[],
): (words: readonly TextWord[]) => Reading {
  const known = new Set(titles.flatMap(titleForms));
  const bare = (words: Words): Words =>
    words.filter((word) => !ORNAMENTS.has(word) && !known.has(word));
  const keys = (words: Words): readonly string[] => {
    const plain = bare(words);
    return [words.join(''), plain.join('')].filter((key) => key !== '');
  };
  const taken = new Map<string, string>();
  for (const name of names) {
    for (const key of keys(comparable(read(name)))) taken.set(key, name);
  }
  return (words) => {
    if (taken.size === 0) return null;
    for (const key of keys(comparable(words))) {
      const name = taken.get(key);
      if (name !== undefined) return name;
    }
    return null;
  };
}

/**
 * Finds names that claim a title: the title alone, as "The Editors", "SiteAdmin" or "a d m i n";
 * before a name, as "Editor Kim"; or set off behind it, as "Kim (Editor)". Names that are allowed
 * are nobody's.
 */
export function titledNames(
  titles: readonly string[],
  allowed: readonly string[],
): (words: readonly TextWord[], text: string) => Reading {
  const forms = new Map(
    titles.flatMap((title) => titleForms(title).map((form) => [form, title] as const)),
  );
  const exempt = new Set(allowed.map((name) => comparable(read(name)).join('')));
  return (given, text) => {
    if (forms.size === 0) return null;
    const words = comparable(given);
    const [first = '', ...rest] = words;
    const claimed =
      forms.get(withoutOrnaments(words)) ??
      (rest.length > 0 && words.length <= TITLED_WORDS_MAX ? forms.get(first) : undefined) ??
      forms.get(setOff(given, text));
    return claimed === undefined || exempt.has(words.join('')) ? null : claimed;
  };
}

const read = (name: string): readonly TextWord[] => wordsOf(normalize(name).text);

function comparable(words: readonly TextWord[]): Words {
  return words.map((word) => word.undoubled).filter((word) => /\P{N}/u.test(word));
}

/**
 * As it may be written: "editor", "editors", and the same as one word with an ornament. A "1" at
 * the end of a word reads as a letter, so "admin1" is "admini".
 */
function titleForms(title: string): readonly string[] {
  const key = comparable(read(title)).join('');
  const forms = [key, `${key}s`, `${key}i`];
  return [...forms, ...forms.flatMap((form) => [`the${form}`, `site${form}`, `${form}team`])];
}

function withoutOrnaments(words: Words): string {
  return words.filter((word) => !ORNAMENTS.has(word)).join('');
}

/** The last word of a name where something sets it off from what stands before; else empty. */
function setOff(words: readonly TextWord[], text: string): string {
  const last = words.at(-1);
  const before = words.at(-2);
  if (last === undefined || before === undefined) return '';
  return SETS_OFF.test(text.slice(before.end, last.start)) ? last.undoubled : '';
}
