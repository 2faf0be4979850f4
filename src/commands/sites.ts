import { createSite } from '../operations/create-site.js';
import { withDatabase, withExistingDatabase } from './collaborators.js';
import { type Command, UsageError } from './command.js';

const SITE_ID = /^[a-z0-9][a-z0-9-]{0,62}$/u;

export const sites: Command = {
  name: 'sites',
  usage: 'sites list | create ID [NAME]',
  says: 'The publications of this instance, each with its own keys, policy and comments.',
  run: async ({ config, args, print }) => {
    const [action, id = '', name = id] = args;
    if (action === 'list' && args.length === 1) {
      const known = await withExistingDatabase(config, async ({ store }) => store.sites.list());
      for (const site of known) print([site.id, site.created_at, site.name].join('\t'));
      return 0;
    }
    if (action !== 'create' || !SITE_ID.test(id)) {
      throw new UsageError(
        'gatepost sites list\n       gatepost sites create ID [NAME]\n' +
          'An ID has small letters, digits and hyphens, at most 63.',
      );
    }
    const made = await withDatabase(config, async (deps) => createSite(deps, { id, name }));
    print(made ? `created: ${id}` : `the site "${id}" exists`);
    return made ? 0 : 1;
  },
};
