import { expect } from 'vitest';

import { call } from './service.js';
import { curlRequest } from './shell-words.js';
import { readFile } from './source-tree.js';

/** What a page calls the id of an object that an earlier command of it has made. */
const CALLED: Readonly<Record<string, string>> = {
  ntc: '$NOTICE',
  wrn: '$WARNING',
  apl: 'apl_…',
  whk: '$WEBHOOK',
  dlv: '$DELIVERY',
};

/** The curl commands of a page, continued lines and quotations joined; no pipe and no stream. */
export function curlCommands(page: string): readonly string[] {
  const found = readFile(page).text.matchAll(/^curl (?:\\\n|'[^']*'|[^'\n])+$/gmu);
  const commands = [...found].map(([text]) => text.replaceAll('\\\n', ' '));
  return commands.filter((command) => !/ \| | -N /u.test(command));
}

/** Sends the commands in their order, with `names` filled in; each must be answered with 2xx. */
export async function pasted(
  commands: readonly string[],
  names: Readonly<Record<string, string>>,
): Promise<void> {
  const known = { ...names };
  for (const command of commands) {
    const filled = Object.entries(known).reduce(
      (text, [name, value]) => text.replaceAll(name, value),
      command,
    );
    const { url, init } = curlRequest(filled);
    const { status, body } = await call(url, init);
    expect([command, status]).toEqual([command, expect.toSatisfy((code) => code < 300)]);
    const name = CALLED[String(body.id).slice(0, 3)];
    if (name !== undefined) known[name] = body.id;
    const decided = body.decision?.id ?? body.results?.[0]?.decision_id;
    if (decided !== undefined) known['dec_…'] = decided;
  }
}
