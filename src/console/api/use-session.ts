import type { Session } from '../../../openapi/types.js';
import { useRedraw } from './changes.js';
import { session } from './session.js';

/** The session, and whether it has just ended; the component is drawn anew when that changes. */
export function useSession(): { readonly session: Session | null; readonly ended: boolean } {
  useRedraw(session);
  return { session: session.value, ended: session.ended };
}

/** Whether who is signed in may do what needs the scope. */
export function useMay(scope: Session['scopes'][number]): boolean {
  return useSession().session?.scopes.includes(scope) === true;
}
