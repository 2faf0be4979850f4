import { describe, expect, it } from 'vitest';

import { progressLine } from '../../src/commands/progress-line.js';

function shown(isTTY: boolean, reads: readonly number[], total = 1_000): string {
  let written = '';
  const line = progressLine({ isTTY, write: (text) => (written += text) });
  for (const read of reads) line.show({ read, total, elapsed_seconds: read / 100 });
  line.end();
  return written;
}

describe('The progress of a command', () => {
  it('is one line on a terminal, with a bar and the time that is left', () => {
    expect(shown(true, [0, 500, 1_000])).toBe(
      [
        `[${'.'.repeat(30)}] 0 %: 0 of 1,000 comments, 0 s`,
        `[${'#'.repeat(15)}${'.'.repeat(15)}] 50 %: 500 of 1,000 comments, 5 s, 5 s left`,
        `[${'#'.repeat(30)}] 100 %: 1,000 of 1,000 comments, 10 s, 0 s left`,
      ]
        .map((text) => `\r\u001b[K${text}`)
        .join('') + '\n',
    );
  });

  it('is a plain line for each tenth where it goes to a file', () => {
    expect(shown(false, [0, 50, 100, 120, 199, 1_000])).toBe(
      '0 %: 0 of 1,000 comments, 0 s\n' +
        '10 %: 100 of 1,000 comments, 1 s\n' +
        '100 %: 1,000 of 1,000 comments, 10 s\n',
    );
  });

  it('is all of it where there is nothing to do', () => {
    expect(shown(false, [0, 0], 0)).toBe('100 %: 0 of 0 comments, 0 s\n');
  });
});
