/** A pointer (RFC 6901) to a member of a document: `pointerTo('rules', 'a/b')` is `/rules/a~1b`. */
export function pointerTo(...names: readonly string[]): string {
  return names.map((name) => `/${escaped(name)}`).join('');
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
