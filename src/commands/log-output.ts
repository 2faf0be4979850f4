import { type DestinationStream, pino } from 'pino';

import { LOG_WAITING_BYTES_MAX } from '../limits.js';

export interface LogOutput {
  readonly stream: DestinationStream;
  /** How many lines were given up, because nothing could be written for too long. */
  lost(): number;
}

const STANDARD_OUTPUT = 1;

/**
 * The standard output, for the log. That it cannot be written, because the disk under it is full
 * or who reads it stands still, ends nothing: the database may be well. The first lines wait, those
 * that are too many are lost, and each new line has what waits tried again.
 */
export function logOutput(): LogOutput {
  const stream = pino.destination({
    dest: STANDARD_OUTPUT,
    // As pino has it by itself: a write that takes long keeps no request waiting.
    sync: false,
    maxLength: LOG_WAITING_BYTES_MAX,
  });
  let lost = 0;
  let failing = false;
  stream.on('drop', () => {
    lost += 1;
    // Nothing else would try again: of a line that is dropped nothing is written, not even what
    // waits.
    stream.write('');
  });
  stream.on('error', () => (failing = true));
  stream.on('write', () => (failing = false));
  const flush = stream.flushSync.bind(stream);
  // Called as the process ends. Of a full disk it would ask for room again and again, for ever.
  stream.flushSync = () => {
    if (!failing) flush();
  };
  return { stream, lost: () => lost };
}
