import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { type Classifier, NO_CLASSIFIER } from '../classifier/classifier.js';
import { ModelError, readModel } from '../classifier/model-file.js';
import { trainedClassifier } from '../classifier/trained.js';
import { NO_MODEL } from '../config.js';
import { PACKAGE_ROOT } from '../package-root.js';

/** The model that comes with this version. */
export const SHIPPED_MODEL = join(PACKAGE_ROOT, 'models/en.bin');

/** By path: tests start the service many times in one process. */
const loaded = new Map<string, Classifier>();
const LOADED_MAX = 4;

/**
 * The classifier of a model file; null names the shipped one. Read once in a process.
 *
 * @throws ModelError that names the file when it cannot be used, a system error when it cannot be
 * read.
 */
export function loadClassifier(path: string | null): Classifier {
  if (path === NO_MODEL) return NO_CLASSIFIER;
  const file = path === null ? SHIPPED_MODEL : resolve(path);
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const classifier = read(file);
  if (loaded.size >= LOADED_MAX) loaded.clear();
  loaded.set(file, classifier);
  return classifier;
}

function read(file: string): Classifier {
  const bytes = readFileSync(file);
  try {
    return trainedClassifier(readModel(bytes));
  } catch (error) {
    if (error instanceof ModelError) throw new ModelError(`${file}: ${error.mistake}`);
    throw error;
  }
}
