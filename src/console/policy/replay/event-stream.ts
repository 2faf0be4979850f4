/** An event of a stream as a server sends it. */
export interface ServerEvent {
  readonly type: string;
  readonly data: string;
}

/** The events of an answer's body, as they come. A browser's own reader of events can only GET. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let left = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (left + decoder.decode(value, { stream: true })).split('\n\n');
    left = blocks.pop() ?? '';
    for (const block of blocks) yield eventOf(block);
  }
}

function eventOf(block: string): ServerEvent {
  const lines = block.split('\n');
  const of = (name: string): string =>
    lines
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n');
  return { type: of('event'), data: of('data') };
}
