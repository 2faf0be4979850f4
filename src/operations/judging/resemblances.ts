import type { Deps } from '../../deps.js';
import { emailKey } from '../../domain/identity.js';
import type { Resemblance } from '../../domain/resemblance.js';
import type { Submission } from '../../domain/submission.js';
import { secondsBefore } from '../../domain/time.js';
import { SHARED_ADDRESS_AUTHORS_MIN } from '../../limits.js';
import { RESEMBLING_IP_SECONDS } from '../../limits/desk.js';
import { foldedName } from '../../text/folded-name.js';

interface NewAuthor {
  readonly site_id: string;
  readonly author_id: string | null;
  readonly author: Pick<Submission['author'], 'name' | 'email' | 'ip'>;
  readonly now: string;
}

/**
 * By what a new author looks like one on whom a block is in force: the same mailbox, the same IP
 * within `RESEMBLING_IP_SECONDS`, a name that reads the same. A name or an address that others with
 * approved comments have too says nothing. One look-up.
 */
export async function resemblances(
  { store }: Pick<Deps, 'store'>,
  { site_id, author_id, author, now }: NewAuthor,
): Promise<readonly Resemblance[]> {
  const { name, email, ip } = author;
  const folded = foldedName(name);
  const alike = await store.standing.resembling(site_id, {
    except: author_id,
    email_key: email === null ? null : emailKey(email),
    folded_name: folded === '' ? null : folded,
    ip,
    ip_since: secondsBefore(now, RESEMBLING_IP_SECONDS),
    now,
  });
  const innocents = { email: Infinity, ip: SHARED_ADDRESS_AUTHORS_MIN, name: 1 } as const;
  return (['email', 'ip', 'name'] as const).filter((way) => {
    const same = alike.filter((each) => each.way === way);
    const others = same.filter(({ blocked, established }) => established && !blocked);
    return same.some(({ blocked }) => blocked) && others.length < innocents[way];
  });
}
