import { createHash } from 'node:crypto';

import { CLASS_WORDS } from './class-words.js';
import { BUCKETS, DENSE_COUNT } from './features.js';
import { headerMistake, type ModelHeader } from './model-header.js';

/** Heads stand side by side, so that one look at a bucket serves them all. */
export const STRIDE = 8;
/** Units of the hidden layer. */
export const HIDDEN = 32;
const MAGIC = 'GATEPOST';
const SIZES_LENGTH = 4;
const CHECK_LENGTH = 32;
const BODY_ALIGNMENT = 8;
const FLOAT_LENGTH = 4;

/** A trained model as it lies in a file. */
export interface Model {
  readonly header: ModelHeader;
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
  /** Of bucket b and head h at b × STRIDE + h. */
  readonly weights: Int8Array;
  /** Of dense feature d and head h at d × STRIDE + h. */
  readonly dense: Float32Array;
  /** A hidden layer over the dense features: of feature d and unit u at d × HIDDEN + u. */
  readonly inner: Float32Array;
  readonly innerBiases: Float32Array;
  /** Of unit u and head h at u × STRIDE + h. */
  readonly outer: Float32Array;
}

/** A file that is no model, or one that was damaged or made for another version. */
export class ModelError extends Error {
  constructor(readonly mistake: string) {
    super(`the model cannot be used: ${mistake}`);
    this.name = 'ModelError';
  }
}

/** What weights were trained for; with other features they mean nothing. */
export const FEATURES_DIGEST = createHash('sha256')
  .update(JSON.stringify([1, BUCKETS, DENSE_COUNT, HIDDEN, CLASS_WORDS]))
  .digest('hex')
  .slice(0, 16);

/** The tables of floating-point numbers in their order in the file, and their lengths. */
const FLOATS = [
  ['dense', DENSE_COUNT * STRIDE],
  ['inner', DENSE_COUNT * HIDDEN],
  ['innerBiases', HIDDEN],
  ['outer', HIDDEN * STRIDE],
] as const;

interface Stored {
  readonly features: string;
}

/** The bytes of a model file: a name, a checksum of the rest, the header as JSON, the weights. */
export function writeModel({ header, weights, ...floats }: Omit<Model, 'digest'>): Buffer {
  const stored: ModelHeader & Stored = { ...header, features: FEATURES_DIGEST };
  const before = MAGIC.length + CHECK_LENGTH + SIZES_LENGTH;
  const text = Buffer.from(JSON.stringify(stored));
  const padding = (BODY_ALIGNMENT - ((before + text.length) % BODY_ALIGNMENT)) % BODY_ALIGNMENT;
  const json = Buffer.concat([text, Buffer.alloc(padding, ' ')]);
  const size = Buffer.alloc(SIZES_LENGTH);
  size.writeUInt32LE(json.length);
  const tables = FLOATS.map(([name]) => {
    const table = Buffer.alloc(floats[name].length * FLOAT_LENGTH);
    floats[name].forEach((value, at) => table.writeFloatLE(value, at * FLOAT_LENGTH));
    return table;
  });
  const rest = Buffer.concat([size, json, Buffer.from(weights.buffer), ...tables]);
  return Buffer.concat([Buffer.from(MAGIC), createHash('sha256').update(rest).digest(), rest]);
}

/**
 * Reads a model file.
 *
 * @throws ModelError for anything that `writeModel` of this version did not write.
 */
export function readModel(bytes: Buffer): Model {
  const body = checked(bytes);
  const jsonLength = body.readUInt32LE(0);
  const header = headerOf(body.subarray(SIZES_LENGTH, SIZES_LENGTH + jsonLength));
  const rest = body.subarray(SIZES_LENGTH + jsonLength);
  const weightsLength = BUCKETS * STRIDE;
  const floatsCount = FLOATS.reduce((sum, [, length]) => sum + length, 0);
  if (rest.length !== weightsLength + floatsCount * FLOAT_LENGTH) {
    throw new ModelError('its weights are of another size');
  }
  const weights = Int8Array.from(new Int8Array(rest.buffer, rest.byteOffset, weightsLength));
  let from = weightsLength;
  const next = (length: number): Float32Array => {
    const table = new Float32Array(length);
    for (let at = 0; at < length; at += 1, from += FLOAT_LENGTH) table[at] = rest.readFloatLE(from);
    return table;
  };
  return {
    header,
    digest: createHash('sha256').update(bytes).digest('hex'),
    weights,
    dense: next(DENSE_COUNT * STRIDE),
    inner: next(DENSE_COUNT * HIDDEN),
    innerBiases: next(HIDDEN),
    outer: next(HIDDEN * STRIDE),
  };
}

function checked(bytes: Buffer): Buffer {
  const start = MAGIC.length + CHECK_LENGTH;
  const named = bytes.subarray(0, MAGIC.length).toString('latin1') === MAGIC;
  if (!named) throw new ModelError('the file is no model');
  const body = bytes.subarray(start);
  const sum = createHash('sha256').update(body).digest();
  if (body.length < SIZES_LENGTH || !sum.equals(bytes.subarray(MAGIC.length, start))) {
    throw new ModelError('the file is damaged: its checksum is another one');
  }
  return body;
}

function headerOf(json: Buffer): ModelHeader {
  const stored = JSON.parse(json.toString()) as ModelHeader & Partial<Stored>;
  const mistake = headerMistake(stored);
  if (mistake !== null) throw new ModelError(mistake);
  const { features, ...header } = stored;
  if (features !== FEATURES_DIGEST) {
    throw new ModelError('it was trained with other features than this version reads');
  }
  return header;
}
