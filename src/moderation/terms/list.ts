/** The entries of a list written over several lines, separated by commas. */
export function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((entry) => entry.replaceAll(/\s+/gu, ' ').trim())
    .filter((entry) => entry !== '');
}
