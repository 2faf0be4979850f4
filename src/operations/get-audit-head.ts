import type { Caller, Deps } from '../deps.js';
import type { ChainHead } from '../domain/audit.js';

/**
 * Where the site's record ends. Noted down elsewhere, it lets `gatepost verify-audit --head` find
 * out a record that was written anew from some point on.
 */
export async function getAuditHead(
  { store }: Pick<Deps, 'store'>,
  { caller }: { readonly caller: Caller },
): Promise<ChainHead> {
  return store.audit.head(caller.site_id);
}
