/** A policy as it is edited: whatever JSON has. The service says what makes sense. */
export type Document = Readonly<Record<string, unknown>>;

/** The names on the way to a member. */
export type Path = readonly string[];

export function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member at a path; undefined where there is none. */
export function memberAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const name of path) {
    if (!isObject(value)) return undefined;
    value = value[name];
  }
  return value;
}

/** The object at a path; empty where there is none. */
export function objectAt(document: unknown, path: Path): Document {
  const value = memberAt(document, path);
  return isObject(value) ? value : {};
}

/** The document with another value at a path; what is missing on the way is made. */
export function withMember(document: Document, path: Path, value: unknown): Document {
  const [name, ...rest] = path;
  if (name === undefined) return document;
  if (rest.length === 0) return { ...document, [name]: value };
  return { ...document, [name]: withMember(objectAt(document, [name]), rest, value) };
}

/** The document without the member at a path, and without objects that are empty for it. */
export function withoutMember(document: Document, path: Path): Document {
  const [name, ...rest] = path;
  if (name === undefined || !(name in document)) return document;
  const { [name]: member, ...others } = document;
  if (rest.length === 0 || !isObject(member)) return others;
  const left = withoutMember(member, rest);
  return Object.keys(left).length === 0 ? others : { ...document, [name]: left };
}

/** The RFC 6901 pointer of a path, as the service names members. */
export function pointerOf(path: Path): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Whether two values are the same JSON, whatever the order of their members. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
