/** An event of the stream as a client reads it. */
export interface Heard {
  readonly id: number;
  readonly event: string;
  // Tests read into events freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
}

export interface Listening {
  readonly response: Response;
  /** Resolves with the next one, null where the stream ended. */
  next(): Promise<Heard | null>;
  /** The next so many, fewer where the stream ended. */
  take(count: number): Promise<Heard[]>;
  /** What comes next, as it is sent. */
  raw(): Promise<string | undefined>;
  close(): void;
}

/** Opens a stream of events, at `GET /v1/events` of an instance, with a key. */
export async function listenTo(
  url: string,
  key: string,
  headers: Record<string, string> = {},
): Promise<Listening> {
  const controller = new AbortController();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${key}`, ...headers },
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
  const take = async (count: number): Promise<Heard[]> => {
    const events: Heard[] = [];
    while (events.length < count) {
      const event = await next();
      if (event === null) break;
      events.push(event);
    }
    return events;
  };
  const raw = async (): Promise<string | undefined> => (await reader?.read())?.value;
  return { response, next, take, raw, close: () => controller.abort() };
}
