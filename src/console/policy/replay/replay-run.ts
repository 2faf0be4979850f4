import type { Problem, ReplayProgress, ReplayResult } from '../../../../openapi/types.js';
import { changes, useRedraw } from '../../api/changes.js';
import { answerOf, api, Refusal } from '../../api/client.js';
import { session } from '../../api/session.js';
import type { Document } from '../document/members.js';
import { sent } from '../document/sent.js';
import { eventsOf } from './event-stream.js';

/** What a replay is to read. */
export interface ReplayAsked {
  /** RFC 3339; null for no bound. */
  readonly from: string | null;
  readonly limit: number;
}

/** The replay of this page; it goes on while one looks at something else. */
export interface ReplayRun {
  readonly asked: ReplayAsked;
  /** What was replayed: the draft may have moved on since. */
  readonly document: Document;
  readonly progress: ReplayProgress | null;
  readonly result: ReplayResult | null;
  readonly error: Error | null;
}

const EXAMPLES_MAX = 100;

let current: ReplayRun | null = null;
let stop: AbortController | null = null;
const runs = changes();

function put(change: Partial<ReplayRun>): void {
  if (current !== null) current = { ...current, ...change };
  runs.tell();
}

export function useReplayRun(): ReplayRun | null {
  useRedraw(runs);
  return current;
}

export const isRunning = ({ result, error }: ReplayRun): boolean =>
  result === null && error === null;

/** Judges what is stored by a document, in place of any replay of this page before. */
export async function startReplay(document: Document, asked: ReplayAsked): Promise<void> {
  stop?.abort();
  const control = new AbortController();
  stop = control;
  current = { asked, document, progress: null, result: null, error: null };
  put({});
  try {
    await follow(control.signal, document, asked);
  } catch (fault) {
    if (control.signal.aborted) return;
    put({ error: fault instanceof Error ? fault : new Error(String(fault)) });
  }
}

/** Ends the replay; the service stops with it. */
export function cancelReplay(): void {
  stop?.abort();
  stop = null;
  current = null;
  put({});
}

session.subscribe(() => {
  if (session.value === null) cancelReplay();
});

async function follow(
  signal: AbortSignal,
  document: Document,
  { from, limit }: ReplayAsked,
): Promise<void> {
  const body = await answerOf(
    api.POST('/v1/policy/replay', {
      body: {
        draft: sent(document),
        limit,
        examples_max: EXAMPLES_MAX,
        ...(from !== null && { from }),
      },
      headers: { accept: 'text/event-stream' },
      parseAs: 'stream',
      signal,
    }),
  );
  if (body === null) throw new Refusal(0, null);
  for await (const { type, data } of eventsOf(body)) {
    if (signal.aborted) return;
    if (type === 'progress') put({ progress: JSON.parse(data) as ReplayProgress });
    if (type === 'result') put({ result: JSON.parse(data) as ReplayResult });
    if (type === 'problem') throw new Refusal(500, JSON.parse(data) as Problem);
  }
  // The service went away in the middle.
  if (current?.result === null) throw new Refusal(0, null);
}
