/** Of each kind, how many of what the service gave are kept; the newest push out the oldest. */
const KEPT_MAX = 60;

const ID = /^([a-z]{3})_[0-9a-z]{26}$/iu;

/** What the service gave in its answers, for requests that come later. */
export interface Remembered {
  /** Takes ids, cursors and tokens out of an answer. */
  learn(answer: unknown): void;
  /** Puts them where a text has placeholders; what there is none of becomes an id of nothing. */
  fill(text: string): string;
}

/** `not` names what must not be used: the keys that the fuzzer itself calls with. */
export function remembered(not: ReadonlySet<string>): Remembered {
  const kept = new Map<string, string[]>();
  const keep = (kind: string, value: string): void => {
    const known = kept.get(kind) ?? [];
    if (known.includes(value)) return;
    known.push(value);
    if (known.length > KEPT_MAX) known.shift();
    kept.set(kind, known);
  };
  const learn = (value: unknown, name = ''): void => {
    if (typeof value === 'string') {
      const kind = name === 'next_cursor' ? 'cursor' : (ID.exec(value)?.[1] ?? null);
      if (name === 'token') keep('token', value);
      else if (name === 'id' && kind === null && !not.has(value)) keep('other', value);
      else if (kind !== null && !not.has(value)) keep(kind, value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [member, each] of Object.entries(value)) learn(each, member);
    }
  };
  const pick = (kind: string, n: number): string => {
    const all = kind === 'any' ? [...kept.values()].flat() : (kept.get(kind) ?? []);
    return all[n % all.length] ?? `${kind}_00000000000000000000000000`;
  };
  return {
    learn,
    fill: (text) =>
      text.replaceAll(/@@([a-z]+):(\d+)@@/gu, (_, kind: string, n) => pick(kind, Number(n))),
  };
}
