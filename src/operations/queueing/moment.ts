import type { Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import { isWrittenAsOurs } from '../../domain/our-id.js';
import { timestamp } from '../../domain/time.js';
import type { QueueMoment } from '../../store/queue-filter.js';
import type { Place } from '../../store/queue-store.js';

const PREFIX = /^[a-z]+_/u;
const UNPREFIXED = /^[0-9A-Z]{26}$/u;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

/** Now: everything that has an id so far is from before, and what will get one is from later. */
export function momentNow(deps: Pick<Deps, 'newId' | 'clock'>): QueueMoment {
  return { id: deps.newId('req').replace(PREFIX, ''), at: timestamp(deps.clock()), past: false };
}

/** Where a page ended, and the moment that all its pages are of. */
export interface QueueCursor {
  readonly moment: QueueMoment;
  readonly after: Place;
}

/** As text that means nothing to whoever carries it. */
export function encoded(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** What was encoded; null for a text that was not. */
export function decoded(text: string): readonly unknown[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}

/** A moment as it was sent back; null where it cannot be one. */
export function momentOf(id: unknown, at: unknown): QueueMoment | null {
  if (typeof id !== 'string' || !UNPREFIXED.test(id)) return null;
  if (typeof at !== 'string' || !TIME.test(at) || Number.isNaN(Date.parse(at))) return null;
  return { id, at, past: true };
}

export function encodeCursor({ moment, after }: QueueCursor): string {
  return encoded([moment.id, moment.at, after.place, after.comment_id]);
}

/** @throws GatepostError `invalid_cursor`. */
export function decodeCursor(text: string): QueueCursor {
  const [id, at, place, comment_id] = decoded(text) ?? [];
  const moment = momentOf(id, at);
  const known = typeof comment_id === 'string' && isWrittenAsOurs('cmt', comment_id);
  if (moment === null || !Number.isSafeInteger(place) || !known) {
    throw new GatepostError('invalid_cursor', 'The cursor is not one of the queue.');
  }
  return { moment, after: { place: place as number, comment_id } };
}
