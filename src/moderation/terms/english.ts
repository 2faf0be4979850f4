import { Filter } from 'bad-words';

import type { TermEntry } from '../../text/terms/term.js';
import { DISGUISED, disguisesOf } from './disguises.js';
import { INSULTS } from './insults.js';
import { list } from './list.js';
import { EXACT_TERMS, NAME_TERMS, OWN_TERMS } from './own-terms.js';
import { type PackageGrade, PACKAGE_TERMS } from './package-terms.js';
import { excusedNear } from './contexts.js';
import { languagesWhereOrdinary } from './homographs.js';
import { ENGLISH_GRADES, type Grade, type Insult, INSULT_KINDS, type Word } from './word.js';

/** The terms of bad-words as the installed version has them, in lower case, each once. */
export const BAD_WORDS: readonly string[] = [
  ...new Set(new Filter().list.map((term) => term.toLowerCase())),
];

const GRADE_OF: ReadonlyMap<string, PackageGrade> = new Map(
  Object.entries(PACKAGE_TERMS).flatMap(([grade, terms]) =>
    terms.map((term) => [term, grade as PackageGrade]),
  ),
);

/** What a word with letters made unreadable most often is, so these are tried first. */
const OFTEN_CENSORED: readonly string[] = list(`
  fuck, motherfucker, shit, bullshit, cunt, bitch, dick, asshole, whore, slut, bastard, nigger,
  faggot, pussy, twat, wanker, cock, prick, piss, damn, hell, crap`);

/** What is only read into a spelling is not certain, so a person decides. */
const DOUBTFUL: Readonly<Partial<Record<Grade, Grade>>> = {
  strong: 'possible',
  slur: 'possible_slur',
};

/**
 * The English words that rules look for: those of bad-words as we grade them, our own, and other
 * spellings of the commonest.
 */
export const ENGLISH_WORDS: readonly TermEntry<Word>[] = withDisguises(entries());

function withDisguises(plain: readonly TermEntry<Word>[]): readonly TermEntry<Word>[] {
  const known = new Map(plain.map(({ text, value }) => [text, value]));
  const disguises = new Map<string, TermEntry<Word>>();
  for (const [term, forms] of Object.entries(DISGUISED)) {
    const meant = known.get(term) as Word;
    const { grade } = meant;
    const doubtful = grade === null ? null : (DOUBTFUL[grade] ?? grade);
    const value = { ...meant, grade: doubtful, name: false, spelling_of: term };
    for (const text of forms.flatMap(disguisesOf)) {
      if (!known.has(text)) disguises.set(text, { text, exact: true, value });
    }
  }
  return [...plain, ...disguises.values()];
}

function entries(): readonly TermEntry<Word>[] {
  const grades = new Map<string, Grade>();
  for (const term of BAD_WORDS) {
    const grade = packageGrade(term);
    if (grade !== 'none' && grade !== 'spelling') grades.set(term.replace(/;$/u, ''), grade);
  }
  for (const grade of ENGLISH_GRADES) for (const term of OWN_TERMS[grade]) grades.set(term, grade);
  const insults = new Map<string, Insult>();
  for (const insult of INSULT_KINDS) for (const term of INSULTS[insult]) insults.set(term, insult);
  const exact = new Set(EXACT_TERMS);
  const names = new Set(NAME_TERMS);
  const known = new Set([...grades.keys(), ...insults.keys()]);
  const first = OFTEN_CENSORED.filter((term) => known.has(term));
  return [...new Set([...first, ...known])].map((text) => {
    const grade = grades.get(text) ?? null;
    const value = {
      spelling_of: null,
      grade,
      insult: insults.get(text) ?? null,
      name: names.has(text),
      languages: null,
      ordinary_in: languagesWhereOrdinary(text),
      excused_near: excusedNear(text),
    };
    // Insults have their plurals in the list: "fooled" and "jokes" are no insults.
    return { text, value, exact: grade === null || exact.has(text) };
  });
}

/** A term that an update brought in is doubtful until it is graded; a test asks for that. */
export function packageGrade(term: string): PackageGrade {
  return GRADE_OF.get(term) ?? 'possible';
}
