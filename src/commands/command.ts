import type { Config } from '../config.js';

/** What a command is given by the process. */
export interface Terminal {
  readonly config: Config;
  /** What follows the name of the command. */
  readonly args: readonly string[];
  /** Writes a line for the person at the terminal. */
  readonly print: (line: string) => void;
}

/** A subcommand of `gatepost`. Resolves with the exit code. */
export interface Command {
  readonly name: string;
  /** As the help shows it. */
  readonly usage: string;
  readonly says: string;
  run(terminal: Terminal): Promise<number>;
}

/** A command was called in a way that it does not know; the message says how it is called. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Why the arguments of a command cannot be used, with how it is called. */
export function misused(error: unknown, usage: string): UsageError {
  const said = error instanceof Error ? error.message : 'the arguments cannot be read';
  return new UsageError(`${said}\n       ${usage}`);
}
