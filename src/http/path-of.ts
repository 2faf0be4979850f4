/** The path of an address as it was asked for, without query and fragment. */
export function pathOf(url: string): string {
  return url.replace(/[?#].*$/u, '');
}
