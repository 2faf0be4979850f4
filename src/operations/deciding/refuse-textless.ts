import type { Comment } from '../../domain/comment.js';
import { GatepostError } from '../../domain/errors.js';
import type { Status } from '../../domain/status.js';

/**
 * A comment whose text was erased can stay as it is, and be taken down; not be published.
 *
 * @throws GatepostError `text_erased`.
 */
export function refuseTextless({ redacted_at, status }: Comment, after: Status): void {
  if (redacted_at === null || after !== 'approved' || status === 'approved') return;
  throw new GatepostError('text_erased', `The text of the comment was erased at ${redacted_at}.`);
}
