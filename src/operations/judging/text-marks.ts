import type { TextMarks } from '../../domain/comment.js';
import { fingerprint } from '../../text/fingerprint.js';
import type { ShadowText } from '../../text/shadow-text.js';
import { sketchOf } from '../../text/sketch.js';

/** By what a text is found again; stored with the comment. */
export function textMarks(shadow: ShadowText): TextMarks {
  const found = sketchOf(shadow);
  return {
    fingerprint: fingerprint(shadow),
    sketch: found?.sketch ?? null,
    near_key_1: found?.keys[0] ?? null,
    near_key_2: found?.keys[1] ?? null,
  };
}
