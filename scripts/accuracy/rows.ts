import { readLines } from './corpus.js';

/** A text with its labels by column. */
export interface LabelledRow {
  readonly text: string;
  readonly labels: Readonly<Record<string, boolean>>;
}

/** The attribute that a column of a data set is about; every other column is ignored. */
const ATTRIBUTE_OF: Readonly<Record<string, string>> = {
  label: 'toxicity',
  toxic: 'toxicity',
  toxicity: 'toxicity',
  target: 'toxicity',
  severe_toxic: 'severe_toxicity',
  severe_toxicity: 'severe_toxicity',
  insult: 'insult',
  obscene: 'profanity',
  profanity: 'profanity',
  threat: 'threat',
  identity_hate: 'identity_attack',
  identity_attack: 'identity_attack',
  sexual_explicit: 'sexually_explicit',
  sexually_explicit: 'sexually_explicit',
};

const POSITIVE_MIN = 0.5;

/** Rows of `{text, label}` lines or of several label columns; a share counts from half. */
export function labelledRows(path: string): readonly LabelledRow[] {
  const raws = readLines(path) as readonly Readonly<Record<string, unknown>>[];
  return raws.map((raw, at) => {
    const { text } = raw;
    if (typeof text !== 'string') throw new Error(`line ${at + 1} of ${path} has no text`);
    const labels: Record<string, boolean> = {};
    for (const [column, attribute] of Object.entries(ATTRIBUTE_OF)) {
      const value = raw[column];
      if (value === undefined || value === null) continue;
      labels[attribute] ??= Number(value) >= POSITIVE_MIN;
    }
    if (Object.keys(labels).length === 0) {
      throw new Error(`line ${at + 1} of ${path} has no label`);
    }
    return { text, labels };
  });
}

/** The attributes that any row is labelled for. */
export const attributesOf = (rows: readonly LabelledRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ labels }) => Object.keys(labels))),
];
