/**
 * How much a word weighs wherever it stands. `possible…` words have innocent meanings too, so they
 * are held for a person at most.
 */
export const GRADES = [
  'strong',
  'mild',
  'possible',
  'slur',
  'possible_slur',
  'sexual',
  'other_language',
] as const;

export type Grade = (typeof GRADES)[number];

/** `other_language` words come from lists that have no grades. */
export type EnglishGrade = Exclude<Grade, 'other_language'>;

export const ENGLISH_GRADES: readonly EnglishGrade[] = GRADES.filter(
  (grade) => grade !== 'other_language',
);

/**
 * How a word insults when it is aimed at a person: a noun that insults whomever it is said of
 * ("moron"), one that does only when said to somebody's face ("clown"), an adjective ("stupid"), or
 * a name that was coined to insult those whom it names ("libtard") and is aimed wherever it stands.
 */
export const INSULT_KINDS = ['noun', 'second_person_noun', 'adjective', 'coined'] as const;

export type Insult = (typeof INSULT_KINDS)[number];

/** What is known of a word of the lists. */
export interface Word {
  /** The term that this is another spelling of; null for a term of its own. */
  readonly spelling_of: string | null;
  /** Null for a word that only counts when it is aimed at a person. */
  readonly grade: Grade | null;
  readonly insult: Insult | null;
  /** Also a name of people, so that its spelling as a name is let be ("Dick Cheney"). */
  readonly name: boolean;
  /** The languages whose word it is; null for English, whose words are looked for in every text. */
  readonly languages: ReadonlySet<string> | null;
  /** The other languages in which it is an ordinary word. */
  readonly ordinary_in: ReadonlySet<string>;
  /** Words near which it is an ordinary one, because of what is spoken of. */
  readonly excused_near: ReadonlySet<string> | null;
}
