import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SETTINGS } from '../config.js';
import { PACKAGE_ROOT } from '../package-root.js';
import type { Command } from './command.js';

const HELP = new Set(['help', '--help', '-h']);
const VERSION = new Set(['version', '--version', '-v']);

export const isHelp = (word: string): boolean => HELP.has(word);
export const isVersion = (word: string): boolean => VERSION.has(word);

export function version(): string {
  const manifest = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Everything that can be called and set. */
export function help(commands: readonly Command[]): string {
  const settings = SETTINGS.map(({ name, initial, says }) => {
    const unset = initial === null ? '' : ` (${initial})`;
    return `  ${name}${unset}\n      ${says}`;
  });
  return [
    'Usage: gatepost [command]',
    '',
    ...commands.map(({ usage, says }) => `  gatepost ${usage}\n      ${says}`),
    '  gatepost help | version',
    '',
    'Settings, from the environment:',
    '',
    ...settings,
  ].join('\n');
}
