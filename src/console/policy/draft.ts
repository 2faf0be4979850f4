import { changes, useRedraw } from '../api/changes.js';
import { session } from '../api/session.js';
import { type Document, isObject, isSame } from './document/members.js';

/** What somebody is changing in a policy, and what they began from. */
export interface Draft {
  /** The version that was in force when they began. */
  readonly version: number;
  readonly base: Document;
  readonly document: Document;
}

const REMEMBERED = 'gatepost.draft';

let current: Draft | null | undefined;
const drafts = changes();

/** Whose draft it is: another moderator at this browser has none of it. */
const owner = (): string => `${session.value?.site.id ?? ''} ${session.value?.key.id ?? ''}`;

/** The draft; null where nothing was changed. It outlives a reload, and not the tab. */
export function draft(): Draft | null {
  current ??= remembered();
  return current;
}

export function keepDraft(next: Draft | null): void {
  current = next !== null && isSame(next.base, next.document) ? null : next;
  remember(current);
  drafts.tell();
}

/** The draft; the component is drawn anew when it changes. */
export function useDraft(): Draft | null {
  useRedraw(drafts);
  return draft();
}

session.subscribe(() => {
  current = undefined;
});

function remembered(): Draft | null {
  const text = sessionStorage.getItem(REMEMBERED);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isObject(kept) && kept['owner'] === owner() ? (kept as unknown as Draft) : null;
  } catch {
    return null;
  }
}

function remember(kept: Draft | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(REMEMBERED);
    else sessionStorage.setItem(REMEMBERED, JSON.stringify({ owner: owner(), ...kept }));
  } catch {
    // A browser that keeps nothing, or not so much: then the draft lasts as long as the page.
  }
}
