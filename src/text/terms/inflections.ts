const CONSONANT = /[bcdfghjklmnpqrstvwxz]$/u;
const SINGLE_VOWEL_BEFORE = /(?:^|[^aeiou])[aeiou][bdgkmnprt]$/u;
const SUFFIXES = ['ed', 'er', 'ers', 'ing', 'ings', 'in'] as const;

/**
 * The forms of an English word: plurals, and the endings of verbs. Makes words that nobody says
 * too; they do no harm, because nobody says them.
 */
export function inflectionsOf(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/u.test(word)) return [word];
  const forms = [word, `${word}s`, `${word}z`];
  if (/(?:s|x|z|ch|sh|o)$/u.test(word)) forms.push(`${word}es`);
  if (/[^aeiou]y$/u.test(word)) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  for (const stem of stemsOf(word)) for (const suffix of SUFFIXES) forms.push(stem + suffix);
  return forms;
}

/** What the endings of verbs are put to: "shit" and "shitt", "whor". */
function stemsOf(word: string): readonly string[] {
  if (word.endsWith('e')) return [word.slice(0, -1)];
  if (!CONSONANT.test(word)) return [word];
  return SINGLE_VOWEL_BEFORE.test(word) ? [word, word + word.slice(-1)] : [word];
}
