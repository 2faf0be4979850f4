/** Shorter words have too many neighbours among ordinary ones. */
const LENGTH_MIN = 4;
/** The same, where a letter is left out. */
const LEFT_OUT_LENGTH_MIN = 5;

/**
 * A word with two neighbouring letters changed over, or with one left out; its first letter stays.
 * Short words have none.
 */
export function misspellingsOf(word: string): readonly string[] {
  if (word.length < LENGTH_MIN) return [];
  const made = new Set<string>();
  for (let at = 1; at < word.length; at += 1) {
    const rest = word.slice(at + 1);
    // Without its last letter a word is often another form of itself.
    if (rest === '') break;
    if (word.length >= LEFT_OUT_LENGTH_MIN) made.add(word.slice(0, at) + rest);
    made.add(word.slice(0, at) + rest.charAt(0) + word.charAt(at) + rest.slice(1));
  }
  made.delete(word);
  return [...made];
}
