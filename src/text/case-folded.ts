/** Letters with a second small form, which counts as the same. */
const SECOND_FORMS = [
  [/ſ/gu, 's'],
  [/ς/gu, 'σ'],
  [/µ/gu, 'μ'],
] as const;

/**
 * A text without regard to case, each code unit in its place: Unicode's simple case folding, as
 * PCRE compares letters under the modifiers `iu`.
 */
export function caseFolded(text: string): string {
  const lower = text.toLowerCase();
  const aligned = lower.length === text.length ? lower : Array.from(text, foldCharacter).join('');
  return SECOND_FORMS.reduce((read, [form, letter]) => read.replaceAll(form, letter), aligned);
}

/** "İ" becomes two characters, so it stays. */
function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
