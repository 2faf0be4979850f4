import { useState } from 'preact/hooks';

import { session } from '../api/session.js';

const KEPT = 'gatepost.unsent';
/** More than anybody leaves half-written; what was written longest ago makes room. */
const KEPT_MAX = 50;

/** Texts by who writes them and what about. */
type Texts = Readonly<Record<string, string>>;

export interface Unsent {
  readonly text: string;
  write(text: string): void;
  /** It was sent, or is not to be sent. */
  drop(): void;
}

/**
 * A text that is being written about something. It outlives the end of the session, after which
 * the page is drawn anew, and a reload; but not the tab. Another moderator at this browser has
 * none of it.
 */
export function useUnsent(about: string, start = ''): Unsent {
  // Of who began it, also where its answer comes after their session is over.
  const [name] = useState(() => `${session.value?.key.id ?? ''} ${about}`);
  const [text, setText] = useState(() => texts()[name] ?? start);
  return {
    text,
    write: (next) => {
      setText(next);
      keep(name, next === start ? null : next);
    },
    drop: () => keep(name, null),
  };
}

/** Moderators share machines: who leaves takes along what they were writing. */
export function dropUnsentOf(key: string): void {
  const others = Object.entries(texts()).filter(([name]) => !name.startsWith(`${key} `));
  put(Object.fromEntries(others));
}

function keep(name: string, text: string | null): void {
  const { [name]: _, ...others } = texts();
  const entries = Object.entries(text === null ? others : { ...others, [name]: text });
  put(Object.fromEntries(entries.slice(-KEPT_MAX)));
}

function texts(): Texts {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Texts;
  } catch {
    return {};
  }
}

function put(kept: Texts): void {
  try {
    if (Object.keys(kept).length === 0) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: then a text lasts as long as its form.
  }
}
