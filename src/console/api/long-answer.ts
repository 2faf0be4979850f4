import type { Problem } from '../../../openapi/types.js';
import { Refusal } from './client.js';

/**
 * The result of work that takes a while and was asked for as events; tells of each progress.
 *
 * @throws Refusal for a fault on the way, and where the stream ends before the result.
 */
export async function longAnswer<Result>(
  stream: ReadableStream<Uint8Array> | null,
  onProgress: (progress: unknown) => void,
): Promise<Result> {
  if (stream !== null) {
    for await (const { event, data } of eventsIn(stream)) {
      if (event === 'result') return JSON.parse(data) as Result;
      if (event === 'problem') throw new Refusal(500, JSON.parse(data) as Problem);
      onProgress(JSON.parse(data));
    }
  }
  throw new Refusal(0, null);
}

interface Told {
  readonly event: string;
  readonly data: string;
}

/** An event as the service writes it: one line of each kind, and an empty one. */
async function* eventsIn(stream: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/u.exec(block) ?? [];
      if (event !== undefined && data !== undefined) yield { event, data };
    }
  }
}
