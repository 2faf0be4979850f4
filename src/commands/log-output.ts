import { type DestinationStream, pino } from 'pino';

import { LOG_LAST_LINES_MILLISECONDS, LOG_WAITING_BYTES_MAX } from '../limits.js';

export interface LogOutput {
  readonly stream: DestinationStream;
  /** How many lines were given up, because nothing could be written for too long. */
  lost(): number;
  /**
   * Gives what waits a last moment to be written; nothing is written after that. What is left to
   * the end of the process is tried there for ever where nobody reads any more.
   */
  end(): Promise<void>;
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
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failing = true;
    // Nobody will read the standard output again: pino has given up, and counts nothing.
    if (error.code === 'EPIPE') stream.write = () => (lost += 1) < 0;
  });
  stream.on('write', () => (failing = false));
  const flush = stream.flushSync.bind(stream);
  // Called as the process ends. Of a full disk it would ask for room again and again, for ever.
  stream.flushSync = () => {
    if (!failing) flush();
  };
  return {
    stream,
    lost: () => lost,
    end: async () => {
      if (!failing) await written(stream);
      stream.flushSync = () => undefined;
    },
  };
}

/** Resolves when nothing waits any more, cannot be written, or takes too long. */
async function written(stream: ReturnType<typeof pino.destination>): Promise<void> {
  await new Promise<void>((settled) => {
    const tooLong = setTimeout(settled, LOG_LAST_LINES_MILLISECONDS);
    for (const event of ['drain', 'error']) {
      stream.once(event, () => {
        clearTimeout(tooLong);
        settled();
      });
    }
    // Has what waits written at once, and is followed by 'drain' also where nothing does.
    stream.write('');
  });
}
