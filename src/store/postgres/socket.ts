import { Socket } from 'node:net';

/**
 * A socket that hands the queries of one turn to the system at once. The driver corks it for each
 * query and lets go of it behind each; to send the queries of a submit one by one took most of what
 * the submit cost here.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  const uncork = socket.uncork.bind(socket);
  socket.uncork = (): void => {
    // When all promises that can go on have gone on, and asked what they have to ask.
    process.nextTick(uncork);
  };
  return socket;
}
