import { parseArgs } from 'node:util';

import type { Caller, Deps } from '../deps.js';
import { type Scope, SCOPES } from '../domain/api-key.js';
import { createAkismetKey } from '../operations/create-akismet-key.js';
import { createKey } from '../operations/create-key.js';
import { DEFAULT_SITE_ID } from '../operations/ensure-first-run.js';
import { listKeys } from '../operations/list-keys.js';
import { revokeKey } from '../operations/revoke-key.js';
import { withExistingDatabase } from './collaborators.js';
import { type Command, misused, type Terminal, UsageError } from './command.js';
import { sitesFor } from './sites-for.js';

const USAGE = [
  'gatepost keys list [--site SITE]',
  'gatepost keys create --name NAME --scope submit|moderate|admin [--site SITE]',
  'gatepost keys create --name NAME --front akismet [--site SITE]',
  'gatepost keys revoke ID [--site SITE]',
].join('\n       ');

export const keys: Command = {
  name: 'keys',
  usage: 'keys list | create --name NAME --scope SCOPE | revoke ID  [--site SITE]',
  says: 'Keys without HTTP, for instance when the last admin key was lost.',
  run: async (terminal) => {
    const { action, id, name, scope, front, site } = asked(terminal.args);
    const caller = { site_id: site };
    if (action === 'list') return list(terminal, caller);
    if (action === 'create' && name !== undefined && isScope(scope)) {
      return create(terminal, caller, async (deps) => createKey(deps, { caller, name, scope }));
    }
    if (action === 'create' && name !== undefined && front === 'akismet') {
      return create(terminal, caller, async (deps) => createAkismetKey(deps, { caller, name }));
    }
    if (action === 'revoke' && id !== undefined) return revoke(terminal, caller, id);
    throw new UsageError(USAGE);
  },
};

function asked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        site: { type: 'string', default: DEFAULT_SITE_ID },
        name: { type: 'string' },
        scope: { type: 'string' },
        front: { type: 'string' },
      },
    });
    const [action, id] = positionals;
    return { ...values, action, id };
  } catch (error) {
    throw misused(error, USAGE);
  }
}

const isScope = (scope: string | undefined): scope is Scope =>
  SCOPES.some((known) => known === scope);

async function list({ config, print }: Terminal, caller: SiteCaller): Promise<number> {
  const known = await withExistingDatabase(config, async (deps) => listKeys(deps, { caller }));
  for (const { id, scope, name, created_at, revoked_at } of known) {
    print([id, scope, created_at, revoked_at ?? 'in force', name].join('\t'));
  }
  return 0;
}

type SiteCaller = Pick<Caller, 'site_id'>;

async function create(
  { config, print }: Terminal,
  { site_id }: SiteCaller,
  make: (deps: Omit<Deps, 'meter'>) => Promise<{ readonly token: string }>,
): Promise<number> {
  const token = await withExistingDatabase(config, async (deps) => {
    await sitesFor(deps, site_id);
    return (await make(deps)).token;
  });
  print(token);
  return 0;
}

async function revoke(
  { config, print }: Terminal,
  caller: SiteCaller,
  id: string,
): Promise<number> {
  await withExistingDatabase(config, async (deps) => revokeKey(deps, { caller, id }));
  print(`revoked: ${id}`);
  return 0;
}
