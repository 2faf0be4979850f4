import { GatepostError } from '../../domain/errors.js';
import type { CommentRecord } from '../judging/record.js';

/** Refuses what was decided about another version, and shows the comment as it now is. */
export function versionConflict(current: CommentRecord): GatepostError {
  const { version, status } = current.comment;
  return new GatepostError(
    'version_conflict',
    `The comment is at version ${version} and ${status}.`,
    { current },
  );
}
