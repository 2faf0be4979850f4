import { normalize } from '../../src/text/normalize.js';
import type { Random } from '../figures/random.js';
import {
  CLEAN_FRAMES,
  HARMING,
  HATEFUL_FRAMES,
  PERSONAL_FRAMES,
  SLOTS,
} from './frames.js';
import type { Labels, Row } from './rows.js';

/** What a made-up sentence counts for beside a real comment. */
const WEIGHT = 0.3;
const clean: Labels = [0, 0, 0, 0, 0, 0, 0];

/** So many sentences of each kind, none with more weight than a fraction of a real comment. */
export function templateRows(random: Random, each: number): readonly Row[] {
  const rows: Row[] = [];
  const put = (frames: readonly string[], count: number, labels: (frame: string) => Labels): void => {
    for (let made = 0; made < count; made += 1) {
      const frame = random.pick(frames);
      const text = filled(frame, random);
      const shadow = normalize(text);
      // Made up, so nothing is judged by them: they are in no tenth that is held back.
      rows.push({ text, shadow, labels: labels(frame), weight: WEIGHT, source: 'templates', tenth: -1 });
    }
  };
  put(CLEAN_FRAMES, 2 * each, () => clean);
  put(HATEFUL_FRAMES, each, (frame) => [1, -1, -1, 0, HARMING.test(frame) ? -1 : 0, 1, 0]);
  put(PERSONAL_FRAMES, each, (frame) => [1, -1, 1, -1, HARMING.test(frame) ? 1 : 0, 0, 0]);
  return rows;
}

function filled(frame: string, random: Random): string {
  const text = frame.replaceAll(/\{(\w+)\}/gu, (_, slot: string) => random.pick(SLOTS[slot] ?? []));
  return text.charAt(0).toUpperCase() + text.slice(1);
}
