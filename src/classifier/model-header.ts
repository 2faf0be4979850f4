/** How the logit of one attribute becomes a probability, and what its stored weights are worth. */
export interface Head {
  readonly bias: number;
  /** What one step of an 8-bit weight is worth. */
  readonly scale: number;
  /** The probability is the logistic function of `slope` × logit + `offset`. */
  readonly slope: number;
  readonly offset: number;
}

/** A file that a model was trained on. */
export interface TrainingData {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

/** What a model file says of itself. */
export interface ModelHeader {
  readonly version: string;
  /** ISO 639-1 codes of the languages that it was trained on. */
  readonly languages: readonly string[];
  readonly attributes: readonly string[];
  readonly heads: readonly Head[];
  /** The share of comments that are toxic where scores are the probabilities that they say. */
  readonly base_rate: number;
  readonly seed: number;
  readonly data: readonly TrainingData[];
  /** Headline figures of the model card, by name. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** As many as are added up side by side. */
const HEADS_MAX = 7;

/** Why a header cannot be used; null when it can. */
export function headerMistake(header: unknown): string | null {
  if (!isRecord(header)) return 'its header is no object';
  const { version, languages, attributes, heads, base_rate: rate, seed, data, metrics } = header;
  if (typeof version !== 'string' || version === '') return 'it has no version';
  if (!isTexts(languages) || !isTexts(attributes)) return 'it names no languages or attributes';
  const fits = Array.isArray(heads) && heads.length === attributes.length;
  if (!fits || heads.length > HEADS_MAX || !heads.every(isHead)) {
    return 'its heads do not fit its attributes';
  }
  if (typeof rate !== 'number' || !(rate > 0 && rate < 1)) return 'its base rate is no share';
  if (typeof seed !== 'number' || !Array.isArray(data) || !isRecord(metrics)) {
    return 'it does not say how it was trained';
  }
  return null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');

const isHead = (value: unknown): boolean =>
  isRecord(value) &&
  [value['bias'], value['scale'], value['slope'], value['offset']].every(Number.isFinite);
