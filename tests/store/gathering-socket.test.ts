import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';

import { gatheringSocket } from '../../src/store/postgres/socket.js';

it('A socket to PostgreSQL keeps the queries of one turn until its end, and then sends all', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = gatheringSocket();
  const [[accepted]] = (await Promise.all([
    once(server, 'connection'),
    once(socket.connect(port, '127.0.0.1'), 'connect'),
  ])) as [[Socket], unknown];
  for (const query of ['one', 'two', 'three']) {
    socket.cork();
    socket.write(query);
    socket.uncork();
  }
  expect(socket.writableLength).toBe('onetwothree'.length);
  const [chunk] = (await once(accepted, 'data')) as [Buffer];
  expect(chunk.toString()).toBe('onetwothree');
  socket.destroy();
  accepted.destroy();
  server.close();
});
