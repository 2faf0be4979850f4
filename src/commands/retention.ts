import { parseArgs } from 'node:util';

import { applyRetention, type Retained } from '../operations/apply-retention.js';
import { withExistingDatabase } from './collaborators.js';
import { type Command, misused, type Terminal } from './command.js';
import { sitesFor } from './sites-for.js';

const USAGE = 'gatepost retention [--site SITE] [--dry-run]';

export const retention: Command = {
  name: 'retention',
  usage: 'retention [--site SITE] [--dry-run]',
  says:
    'Erases what the policies keep no longer, as the service does every hour; --dry-run only ' +
    'says what would go.',
  run: async ({ config, args, print }) => {
    const { site, dry_run } = asked(args);
    await withExistingDatabase(config, async (deps) => {
      for (const site_id of await sitesFor(deps, site)) {
        tell(print, site_id, await applyRetention(deps, { site_id, dry_run }));
      }
    });
    return 0;
  },
};

function asked(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { site: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    return { site: values.site, dry_run: values['dry-run'] };
  } catch (error) {
    throw misused(error, USAGE);
  }
}

function tell(print: Terminal['print'], site: string, counts: Retained): void {
  for (const [name, count] of Object.entries(counts)) print([site, name, count].join('\t'));
}
