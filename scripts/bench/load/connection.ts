import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
}

/** One kept connection with one request at a time on it, made to cost little. */
export interface Connection {
  send(request: Buffer): Promise<Answer>;
  close(): void;
}

const HEAD_END = '\r\n\r\n';

/** Knows as much of HTTP as the answers of Fastify need: a status and a Content-Length. */
export async function connection(url: URL): Promise<Connection> {
  const socket = connect(Number(url.port), url.hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  return over(socket);
}

function over(socket: Socket): Connection {
  let received: Buffer | null = null;
  let done: (answer: Answer) => void = () => undefined;
  let failed: (fault: Error) => void = () => undefined;
  socket.on('data', (chunk: Buffer) => {
    received = received === null ? chunk : Buffer.concat([received, chunk]);
    const status = completeStatus(received);
    if (status === null) return;
    const bytes = received;
    received = null;
    done({ status, bytes });
  });
  socket.on('error', (fault) => {
    failed(fault);
  });
  socket.on('close', () => {
    failed(new Error('the server closed the connection instead of answering'));
  });
  return {
    send: async (request) =>
      new Promise((resolve, reject) => {
        [done, failed] = [resolve, reject];
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** The status once all of the answer is there, else null. */
function completeStatus(received: Buffer): number | null {
  const end = received.indexOf(HEAD_END);
  if (end === -1) return null;
  const head = received.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/iu.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`an answer without a length:\n${head}`);
  if (received.length < end + HEAD_END.length + length) return null;
  return Number(head.slice(9, 12));
}
