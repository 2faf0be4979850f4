import type { Session } from '../../../openapi/types.js';

type Listener = () => void;

let current: Session | null = null;
let ended = false;
const listeners = new Set<Listener>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Who is signed in, for all of the page; the secret is in a cookie that no code can read. */
export const session = {
  get value(): Session | null {
    return current;
  },
  /** Whether somebody was signed in, and the service says that this is over. */
  get ended(): boolean {
    return ended;
  },
  begin(next: Session): void {
    current = next;
    ended = false;
    changed();
  },
  /** The service no longer knows the session. */
  end(): void {
    if (current === null) return;
    current = null;
    ended = true;
    changed();
  },
  /** The moderator left by themselves. */
  leave(): void {
    current = null;
    ended = false;
    changed();
  },
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
