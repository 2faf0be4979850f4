import { describe, expect, it } from 'vitest';

import { readModel } from '../../src/classifier/model-file.js';
import { trainedClassifier } from '../../src/classifier/trained.js';
import { normalize } from '../../src/text/normalize.js';
import { rowOf } from '../../scripts/train/rows.js';
import { trainModel } from '../../scripts/train/train-model.js';

const THINGS = ['bridge', 'school', 'budget', 'station', 'library', 'harbour', 'theatre', 'market'];

/** A small town's comments: every third insults somebody. */
const rows = Array.from({ length: 240 }, (_, at) => {
  const thing = THINGS[at % THINGS.length] ?? '';
  const toxic = Number(at % 3 === 0);
  const text = toxic
    ? `You are a blithering dunderhead if you want the ${thing} number ${at}`
    : `The ${thing} number ${at} opens in spring, says the town`;
  return rowOf(text, [toxic, 0, toxic, 0, 0, 0, 0], 'town');
});

describe('Training', () => {
  const first = trainModel(rows, []);

  it('makes the same bytes of the same rows', () => {
    expect(readModel(trainModel(rows, [])).digest).toBe(readModel(first).digest);
  });

  it('makes another model of other rows', () => {
    expect(readModel(trainModel(rows.slice(40), [])).digest).not.toBe(readModel(first).digest);
  });

  it('learns a word that only the rows have', () => {
    const classifier = trainedClassifier(readModel(first));
    const score = (text: string): number => classifier.score(normalize(text), null)['toxicity'] ?? 0;
    expect(score('that dunderhead')).toBeGreaterThan(score('that harbour'));
  });

  it('learns nothing from a label that is missing', () => {
    const unlabelled = rows.map((row) => ({ ...row, labels: row.labels.map(() => -1) }));
    const classifier = trainedClassifier(readModel(trainModel(unlabelled, [])));
    expect(classifier.score(normalize('You are a fool'), null)['toxicity']).toBeDefined();
  });
});
