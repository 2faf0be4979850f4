import type { ImportEntry } from '../domain/imported.js';

/** Reads a file of comments as it comes in. */
export interface ImportReader {
  /**
   * What has become complete with this piece of the text.
   *
   * @throws GatepostError `invalid_request` for what cannot be such a file.
   */
  read(text: string): readonly ImportEntry[];
  /**
   * The rest, when there is no more text.
   *
   * @throws GatepostError `invalid_request` for a file that stops in the middle.
   */
  end(): readonly ImportEntry[];
}
