import { canonical, type Document, isObject, isSame, type Path, pointerOf } from './members.js';

export interface CarriedOver {
  /** What another put in force, with what was changed here. */
  readonly document: Document;
  /** Members that both changed, differently; what was changed here stands in the document. */
  readonly both: readonly string[];
}

/**
 * Puts what was changed from `base` to `mine` onto `theirs`. Lists are put together by their
 * entries, everything else member by member.
 */
export function carriedOver(base: Document, mine: Document, theirs: Document): CarriedOver {
  const both: string[] = [];
  const document = merged({ base, mine, theirs }, [], both);
  return { document: isObject(document) ? document : theirs, both };
}

interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

function merged({ base, mine, theirs }: Three, path: Path, both: string[]): unknown {
  if (isSame(mine, base) || isSame(mine, theirs)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (isObject(mine) && isObject(theirs)) {
    const known = isObject(base) ? base : {};
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    const members = names.map((name): [string, unknown] => {
      const three = { base: known[name], mine: mine[name], theirs: theirs[name] };
      return [name, merged(three, [...path, name], both)];
    });
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base)) {
    return mergedLists({ base, mine, theirs });
  }
  both.push(pointerOf(path));
  return mine;
}

interface ThreeLists {
  readonly base: readonly unknown[];
  readonly mine: readonly unknown[];
  readonly theirs: readonly unknown[];
}

/** Theirs, without what was taken out here, and with what was put in here at its end. */
function mergedLists({ base, mine, theirs }: ThreeLists): readonly unknown[] {
  const [before, here, there] = [base, mine, theirs].map((list) => new Set(list.map(canonical)));
  const kept = theirs.filter((each) => {
    const key = canonical(each);
    return here?.has(key) === true || before?.has(key) !== true;
  });
  const added = mine.filter((each) => {
    const key = canonical(each);
    return before?.has(key) !== true && there?.has(key) !== true;
  });
  return [...kept, ...added];
}
