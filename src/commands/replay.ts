import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { GatepostError } from '../domain/errors.js';
import { policyDocumentOf } from '../http/views/policy-view.js';
import { REPLAY_COMMENTS_MAX, REPLAY_EXAMPLES_DEFAULT } from '../limits.js';
import { DEFAULT_SITE_ID } from '../operations/ensure-first-run.js';
import { type ReplayInput, replayPolicy, type ReplayResult } from '../operations/replay-policy.js';
import { cancellable, EXIT_CANCELLED } from './cancellable.js';
import { withExistingDatabase } from './collaborators.js';
import { type Command, misused, UsageError } from './command.js';
import { progressLine } from './progress-line.js';
import { replayReport } from './replay-report.js';
import { sitesFor } from './sites-for.js';

const USAGE = 'gatepost replay --draft FILE.json [--site SITE] [--from TIME] [--to TIME] [--json]';

const EXIT_REFUSED = 1;

export const replay: Command = {
  name: 'replay',
  usage: 'replay --draft FILE.json [--site SITE] [--from TIME] [--to TIME] [--json]',
  says: 'What a draft of the policy would have done with what is stored. Changes nothing.',
  run: async ({ config, args, print }) => {
    const { json, ...asked } = asking(args);
    const input = { ...asked, draft: draftIn(asked.draft) };
    try {
      const result = await withExistingDatabase(config, async (deps) => {
        await sitesFor(deps, input.caller.site_id);
        return cancellable(async (signal) => watched(deps, input, signal));
      });
      print(json ? JSON.stringify(result, null, 2) : replayReport(result));
      return result.ended === 'cancelled' ? cancelled(result) : 0;
    } catch (error) {
      if (!(error instanceof GatepostError)) throw error;
      return refused(error);
    }
  },
};

function asking(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        site: { type: 'string', default: DEFAULT_SITE_ID },
        draft: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { site, draft, from = null, to = null, json } = values;
    if (draft === undefined) throw new Error('--draft must name the file with the draft');
    const caller = { site_id: site };
    const sizes = { limit: REPLAY_COMMENTS_MAX, examples_max: REPLAY_EXAMPLES_DEFAULT };
    return { caller, draft, from, to, json, ...sizes };
  } catch (error) {
    throw misused(error, USAGE);
  }
}

/** The draft in a file; an answer of GET /v1/policy will do as well. */
function draftIn(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return policyDocumentOf(JSON.parse(text));
  } catch {
    throw new UsageError(`${path} is not valid JSON`);
  }
}

async function watched(
  deps: Parameters<typeof replayPolicy>[0],
  input: ReplayInput,
  signal: AbortSignal,
): Promise<ReplayResult> {
  const line = progressLine(process.stderr);
  const result = await replayPolicy(deps, input, { onProgress: line.show, signal });
  line.end();
  return result;
}

function cancelled({ read, total }: ReplayResult): number {
  say(`cancelled after ${read} of ${total} comments; the figures are of these`);
  return EXIT_CANCELLED;
}

function refused({ message, errors }: GatepostError): number {
  say([message, ...errors.map(({ pointer, detail }) => `  ${pointer}: ${detail}`)].join('\n'));
  return EXIT_REFUSED;
}

function say(text: string): void {
  process.stderr.write(`gatepost: ${text}\n`);
}
