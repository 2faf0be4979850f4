import { Readable } from 'node:stream';

import type { ExportMember } from '../operations/export-author.js';

/**
 * An object as JSON text, written while it is read: of a list that can be walked no more than one
 * item is at hand. A fault on the way ends the stream before the object is closed, so that no one
 * takes half of it for all; the status has been sent by then, so `onFault` is all that tells of it.
 */
export function streamedJson(
  members: readonly ExportMember[],
  onFault: (fault: unknown) => void,
): Readable {
  return Readable.from(told(textOf(members), onFault), { objectMode: false });
}

async function* told(
  pieces: AsyncGenerator<string>,
  onFault: (fault: unknown) => void,
): AsyncGenerator<string> {
  try {
    yield* pieces;
  } catch (fault) {
    onFault(fault);
    throw fault;
  }
}

async function* textOf(members: readonly ExportMember[]): AsyncGenerator<string> {
  let before = '{';
  for (const [name, value] of members) {
    yield `${before}${JSON.stringify(name)}:`;
    if (isWalked(value)) yield* listOf(value);
    else yield JSON.stringify(value);
    before = ',\n';
  }
  yield '}\n';
}

async function* listOf(items: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[';
  for await (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === '[' ? '[]' : ']';
}

function isWalked(value: ExportMember[1]): value is AsyncIterable<object> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
