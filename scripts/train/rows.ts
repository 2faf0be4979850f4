import { readFileSync } from 'node:fs';

import { normalize } from '../../src/text/normalize.js';
import { type ShadowText, shadowWords } from '../../src/text/shadow-text.js';

/** For each attribute 1, 0, or -1 where nobody labelled it. */
export type Labels = readonly number[];

/** A text to learn from or to judge by. */
export interface Row {
  readonly text: string;
  readonly shadow: ShadowText;
  readonly labels: Labels;
  readonly weight: number;
  readonly source: string;
  /** Which tenth it is in: equal texts are in the same, however they are punctuated. */
  readonly tenth: number;
}

/** The attributes beside toxicity where nobody labelled them. */
const UNLABELLED = [-1, -1, -1, -1, -1, -1] as const;

/** No data set labels what is sexual: in a row that is toxic or obscene, these words do. */
const SEXUAL =
  /\b(?:penis|dick|cocks?|pussy|vagina|cunt|tits|titties|boobs|nipples?|anus|anal|cum|semen|sperm|jizz|blow ?jobs?|hand ?job|masturbat\w*|wank\w*|orgasm|horny|boner|dildo|porn\w*|sex|naked|nude|whores?|sluts?|rape[ds]?|raping|molest\w*|cocksuck\w*|suck (?:my|his|a)|lick (?:my|his)|ball ?sack|testicles|hump\w*|faggot sex|ass ?hole ?lick\w*)\b/u;

type Raw = Readonly<Record<string, unknown>>;

const LABELS: Readonly<Record<string, (raw: Raw, text: string) => Labels>> = {
  'train_jigsaw_labels.jsonl': (raw, text) => {
    const obscene = Number(raw['obscene']);
    const toxic = Number(raw['toxic']);
    return [
      toxic,
      Number(raw['severe_toxic']),
      Number(raw['insult']),
      obscene,
      Number(raw['threat']),
      Number(raw['identity_hate']),
      (obscene === 1 || toxic === 1) && SEXUAL.test(text) ? 1 : 0,
    ];
  },
  'train_cat20k.jsonl': (raw) =>
    Number(raw['label']) === 1 ? [1, ...UNLABELLED] : [0, 0, 0, 0, 0, 0, 0],
};

export const TRAINING_FILES = Object.keys(LABELS);

/** A row with its text read. */
export function rowOf(text: string, labels: Labels, source: string): Row {
  const shadow = normalize(text);
  return { text, shadow, labels, weight: 1, source, tenth: tenthOf(shadow) };
}

/** The rows of one file; a row is a line. */
export function readRows(folder: string, file: string): readonly Row[] {
  const labelsOf = LABELS[file];
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const raw = JSON.parse(line) as Raw & { readonly text: string };
      const folded = normalize(raw.text).text;
      const labels = labelsOf?.(raw, folded) ?? [Number(raw['label']), ...UNLABELLED];
      return rowOf(raw.text, labels, typeof raw['source'] === 'string' ? raw['source'] : file);
    });
}

/** By the letters of the first words, which two copies of a text share. */
function tenthOf(shadow: ShadowText): number {
  let hash = 7;
  for (const { text } of shadowWords(shadow, 30)) {
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
    }
  }
  return ((hash ^ (hash >>> 15)) >>> 4) % 10;
}
