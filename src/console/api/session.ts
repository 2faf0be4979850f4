import type { Session } from '../../../openapi/types.js';
import { changes } from './changes.js';

let current: Session | null = null;
let ended = false;
const { tell, subscribe } = changes();

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
    tell();
  },
  /** The service no longer knows the session. */
  end(): void {
    if (current === null) return;
    current = null;
    ended = true;
    tell();
  },
  /** The moderator left by themselves. */
  leave(): void {
    current = null;
    ended = false;
    tell();
  },
  subscribe,
};
