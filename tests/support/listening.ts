/** An event of the stream as a client reads it. */
export interface Heard {
  readonly id: number;
  readonly event: string;
  // Tests read into events freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
}

export interface Listening {
  /** Resolves with the next one, null where the stream ended. */
  next(): Promise<Heard | null>;
  close(): void;
}

/** Opens `GET /v1/events` at an instance, behind the place that the client heard last. */
export async function listenAt(base: string, key: string, last: number): Promise<Listening> {
  const controller = new AbortController();
  const response = await fetch(`${base}/v1/events`, {
    headers: { authorization: `Bearer ${key}`, 'last-event-id': String(last) },
    signal: controller.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = '';
  const next = async (): Promise<Heard | null> => {
    for (;;) {
      const end = buffered.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) return null;
        buffered += value;
        continue;
      }
      const block = buffered.slice(0, end);
      buffered = buffered.slice(end + 2);
      const [, id, event = '', data = ''] =
        /^id: (\d+)\nevent: (\S+)\ndata: (.*)$/u.exec(block) ?? [];
      if (id !== undefined) return { id: Number(id), event, data: JSON.parse(data) as unknown };
    }
  };
  return { next, close: () => controller.abort() };
}
