import type { Deps } from '../../deps.js';
import { GatepostError } from '../../domain/errors.js';
import type { Submission } from '../../domain/submission.js';
import { millisecondsOf, timestamp } from '../../domain/time.js';
import { CLOCK_SKEW_SECONDS_MAX } from '../../limits.js';
import { canonicalIp } from '../blocking/ip-range.js';

/** No comment on the web is older: an earlier date is a default or a mistake in units. */
export const CREATED_AT_MIN = '1990-01-01T00:00:00.000Z';

/**
 * Checks what a schema cannot, and brings values to the one form in which they are stored.
 *
 * @throws GatepostError `invalid_request` for a blank text or name and for what is not an IP
 *   address; `invalid_date` for a date that cannot be.
 */
export function checkedSubmission(deps: Pick<Deps, 'clock'>, submission: Submission): Submission {
  const { author } = submission;
  requireVisible(submission.body, '/body');
  requireVisible(author.name, '/author/name');
  return {
    ...submission,
    author: {
      ...author,
      name: author.name.trim(),
      email: author.email === null ? null : author.email.trim(),
      ip: author.ip === null ? null : checkedIp(author.ip),
    },
    created_at:
      submission.created_at === null ? null : checkedDate(deps, submission.created_at),
  };
}

/** Refuses a text in which a reader would see nothing: white space, controls, format characters. */
export function requireVisible(text: string, pointer: string): void {
  if (isVisible(text)) return;
  throw new GatepostError('invalid_request', `The text at ${pointer} is empty.`, {
    errors: [{ pointer, detail: 'must have at least one visible character' }],
  });
}

/** Whether a reader would see anything of a text. */
export function isVisible(text: string): boolean {
  return /[^\s\p{C}\p{Z}\u115f\u1160\u3164\uffa0\u2800]/u.test(text);
}

function checkedIp(ip: string): string {
  const canonical = canonicalIp(ip);
  if (canonical !== null) return canonical;
  throw new GatepostError('invalid_request', 'The IP address cannot be read.', {
    errors: [{ pointer: '/author/ip', detail: 'is not an IPv4 or IPv6 address' }],
  });
}

function checkedDate(deps: Pick<Deps, 'clock'>, date: string): string {
  const milliseconds = millisecondsOf(date);
  const latest = timestamp(deps.clock() + CLOCK_SKEW_SECONDS_MAX * 1000);
  const written = Number.isNaN(milliseconds) ? null : timestamp(milliseconds);
  if (written !== null && written >= CREATED_AT_MIN && written <= latest) return written;
  throw new GatepostError(
    'invalid_date',
    `created_at must be an RFC 3339 date from ${CREATED_AT_MIN} to now.`,
    { errors: [{ pointer: '/created_at', detail: 'is before 1990, in the future or no date' }] },
  );
}
