import { realCollaborators } from './collaborators.js';
import { type Command, UsageError } from './command.js';

export const migrate: Command = {
  name: 'migrate',
  usage: 'migrate [--dry-run]',
  says: 'Brings the database up to date, as every start does; --dry-run says what it would do.',
  run: async ({ config, args, print }) => {
    const dry = args.length === 1 && args[0] === '--dry-run';
    if (args.length > 0 && !dry) throw new UsageError('gatepost migrate [--dry-run]');
    const { database } = await realCollaborators(config);
    try {
      const names = dry ? await database.pendingMigrations() : await database.migrate();
      for (const name of names) print(`${dry ? 'pending' : 'applied'}: ${name}`);
      if (names.length === 0) print('The database is up to date.');
      return 0;
    } finally {
      await database.close();
    }
  },
};
