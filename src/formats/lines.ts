import { IMPORT_LINE_LENGTH_MAX } from '../limits/transfer.js';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null for a line that is longer than one may be. */
  readonly text: string | null;
}

/** Cuts a text that comes in pieces into lines, in bounded memory; blank ones are left out. */
export function lineCutter(): { cut(text: string): readonly Line[]; rest(): readonly Line[] } {
  let number = 0;
  let begun = '';
  let tooLong = false;
  const extend = (text: string): void => {
    tooLong ||= begun.length + text.length > IMPORT_LINE_LENGTH_MAX;
    begun = tooLong ? '' : begun + text;
  };
  const ended = (): readonly Line[] => {
    number += 1;
    const line = { number, text: tooLong ? null : begun };
    begun = '';
    tooLong = false;
    return line.text?.trim() === '' ? [] : [line];
  };
  return {
    cut: (text) => {
      const [first = '', ...more] = text.split('\n');
      extend(first);
      const lines: Line[] = [];
      for (const next of more) {
        lines.push(...ended());
        extend(next);
      }
      return lines;
    },
    rest: ended,
  };
}
