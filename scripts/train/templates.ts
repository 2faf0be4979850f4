import type { Random } from '../figures/random.js';
import {
  CLEAN_FRAMES,
  HARMING,
  HATEFUL_FRAMES,
  IDENTITY_FRAMES,
  PERSONAL_FRAMES,
  SLOTS,
} from './frames.js';
import { type Labels, type Row, rowOf } from './rows.js';

/** What a made-up sentence counts for beside a real comment. */
const WEIGHT = 0.3;
/** Who somebody is must never be held against them, so these count for more than a comment. */
const IDENTITY_WEIGHT = 1.5;
/** Attacks on groups are few in the data. */
const HATEFUL_WEIGHT = 0.6;

const clean: Labels = [0, 0, 0, 0, 0, 0, 0];

interface Kind {
  readonly frames: readonly string[];
  readonly count: number;
  readonly weight: number;
  readonly labels: (frame: string) => Labels;
}

/** Sentences of every kind; `each` of most. */
export function templateRows(random: Random, each: number): readonly Row[] {
  const kinds: readonly Kind[] = [
    { frames: IDENTITY_FRAMES, count: each, weight: IDENTITY_WEIGHT, labels: () => clean },
    { frames: CLEAN_FRAMES, count: each, weight: WEIGHT, labels: () => clean },
    { frames: HATEFUL_FRAMES, count: each, weight: HATEFUL_WEIGHT, labels: hateful },
    { frames: PERSONAL_FRAMES, count: each, weight: WEIGHT, labels: personal },
  ];
  return kinds.flatMap(({ frames, count, weight, labels }) =>
    Array.from({ length: count }, () => {
      const frame = random.pick(frames);
      // Nothing is judged by what was made up, so it is in no tenth that is held back.
      return { ...rowOf(filled(frame, random), labels(frame), 'templates'), weight, tenth: -1 };
    }),
  );
}

/** Whether a wish for harm is a threat, or an attack on a group an insult, nobody has labelled. */
const hateful = (frame: string): Labels => [1, -1, -1, 0, HARMING.test(frame) ? -1 : 0, 1, 0];
const personal = (frame: string): Labels => [1, -1, 1, -1, HARMING.test(frame) ? 1 : 0, 0, 0];

function filled(frame: string, random: Random): string {
  const text = frame.replaceAll(/\{(\w+)\}/gu, (_, slot: string) => random.pick(SLOTS[slot] ?? []));
  return text.charAt(0).toUpperCase() + text.slice(1);
}
