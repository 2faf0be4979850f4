import type { ScorerOutcome } from '../domain/outside-scores.js';
import { SCORER_ANSWER_BYTES_MAX } from '../limits.js';

export interface Target {
  readonly url: string;
  /** Sent as a bearer token; null for none. */
  readonly key: string | null;
}

export type Posted =
  | { readonly outcome: 'answered'; readonly answer: unknown }
  | { readonly outcome: Exclude<ScorerOutcome, 'answered' | 'circuit_open' | 'busy'> };

/** Statuses that speak of this one text: malformed, too long, or not what is read there. */
const REFUSALS: ReadonlySet<number> = new Set([400, 413, 422]);

/**
 * Posts JSON and reads the JSON of the answer. Never rejects. Follows no redirect, because the text
 * was meant for this address, and reads no more than `SCORER_ANSWER_BYTES_MAX`. `signal` ends it
 * wherever it stands.
 */
export async function postJson(
  { url, key }: Target,
  request: object,
  signal: AbortSignal,
): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'gatepost',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(request),
      redirect: 'manual',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { outcome: REFUSALS.has(response.status) ? 'refused' : 'failed' };
    }
    return parsed(await boundedText(response));
  } catch {
    return { outcome: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

/** Null for an answer that is larger than any should be; the rest of it is not read. */
async function boundedText({ body }: Response): Promise<string | null> {
  const incoming: AsyncIterable<Uint8Array> | readonly Uint8Array[] = body ?? [];
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += chunk.byteLength;
    if (bytes > SCORER_ANSWER_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string | null): Posted {
  if (text === null) return { outcome: 'bad_answer' };
  try {
    return { outcome: 'answered', answer: JSON.parse(text) as unknown };
  } catch {
    return { outcome: 'bad_answer' };
  }
}
