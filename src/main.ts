#!/usr/bin/env node
import { ModelError } from './classifier/model-file.js';
import { backup } from './commands/backup.js';
import type { Command } from './commands/command.js';
import { UsageError } from './commands/command.js';
import { compact } from './commands/compact.js';
import { copy } from './commands/copy.js';
import { exportStatements } from './commands/export-statements.js';
import { exportCommand } from './commands/export.js';
import { help, isHelp, isVersion, version } from './commands/help.js';
import { importCommand } from './commands/import.js';
import { keys } from './commands/keys.js';
import { ListenError } from './commands/listening.js';
import { migrate } from './commands/migrate.js';
import { replay } from './commands/replay.js';
import { retention } from './commands/retention.js';
import { serve } from './commands/serve.js';
import { sites } from './commands/sites.js';
import { verifyAuditCommand } from './commands/verify-audit.js';
import { ConfigError, readConfig } from './config.js';
import { GatepostError } from './domain/errors.js';
import { storageFault } from './store/storage-fault.js';

const COMMANDS: readonly Command[] = [
  serve,
  keys,
  sites,
  replay,
  retention,
  importCommand,
  exportCommand,
  verifyAuditCommand,
  exportStatements,
  backup,
  compact,
  copy,
  migrate,
];

const EXIT_FAILED = 1;
/** As the shell's own commands have it for a call that they do not understand. */
const EXIT_USAGE = 2;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main([name = serve.name, ...args]: readonly string[]): Promise<number> {
  if (isVersion(name)) {
    print(version());
    return 0;
  }
  if (isHelp(name) || args.some(isHelp)) {
    print(help(COMMANDS));
    return 0;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) throw new UsageError(`there is no command "${name}": gatepost help`);
  return command.run({ config: readConfig(process.env), args, print });
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  const usage = error instanceof UsageError || error instanceof ConfigError;
  const known = error instanceof ListenError || error instanceof ModelError;
  const expected = usage || known || error instanceof GatepostError;
  const said = error instanceof Error ? error.message : 'the service failed';
  const stack = error instanceof Error && !expected && !isPlain(error) ? `\n${error.stack ?? ''}` : '';
  const advice = storageFault(error)?.advice;
  process.stderr.write(`gatepost: ${said}${stack}\n${advice === undefined ? '' : `${advice}\n`}`);
  process.exit(usage ? EXIT_USAGE : EXIT_FAILED);
}

/** A fault of the place rather than of the code: its message says all that a stack would hide. */
function isPlain(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^(?:E[A-Z]+|SQLITE_)/u.test(error.code);
}
