import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';

import { BUCKETS, DENSE_COUNT } from '../../src/classifier/features.js';
import { HIDDEN, readModel, STRIDE, writeModel } from '../../src/classifier/model-file.js';
import { headerMistake, type ModelHeader } from '../../src/classifier/model-header.js';
import { loadClassifier, SHIPPED_MODEL } from '../../src/commands/load-classifier.js';

const folder = mkdtempSync(join(tmpdir(), 'gatepost-model-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header: ModelHeader = {
  version: 'en-0.0.1',
  languages: ['en'],
  attributes: ['toxicity'],
  heads: [{ bias: -1, scale: 0.5, slope: 1, offset: 0 }],
  base_rate: 0.05,
  seed: 1,
  data: [{ file: 'a.jsonl', sha256: 'ab', rows: 1 }],
  metrics: { toxicity_roc_auc: 0.5 },
};
const weights = Int8Array.from({ length: BUCKETS * STRIDE }, (_, at) => (at % 255) - 127);
const dense = Float32Array.from({ length: DENSE_COUNT * STRIDE }, (_, at) => at / 7);
const inner = new Float32Array(DENSE_COUNT * HIDDEN).fill(0.25);
const innerBiases = new Float32Array(HIDDEN).fill(-1);
const outer = new Float32Array(HIDDEN * STRIDE).fill(2);
const bytes = writeModel({ header, weights, dense, inner, innerBiases, outer });

/** Bytes with a right checksum over whatever was changed. */
function sealed(changed: Buffer): Buffer {
  const sum = createHash('sha256').update(changed.subarray(40)).digest();
  return Buffer.concat([changed.subarray(0, 8), sum, changed.subarray(40)]);
}

describe('A model file', () => {
  it('is read as it was written', () => {
    const model = readModel(bytes);
    expect(model.header).toEqual(header);
    // Whole tables, as Node compares them: a matcher that explains itself takes seconds.
    expect(Buffer.compare(Buffer.from(model.weights), Buffer.from(weights))).toBe(0);
    for (const [read, written] of [
      [model.dense, dense],
      [model.inner, inner],
      [model.innerBiases, innerBiases],
      [model.outer, outer],
    ] as const) {
      expect(Buffer.from(read.buffer).equals(Buffer.from(written.buffer))).toBe(true);
    }
    expect(model.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it.each([
    ['is empty', Buffer.alloc(0), 'no model'],
    ['is something else', Buffer.from('PK\x03\x04 a picture or so'), 'no model'],
    ['was cut off', bytes.subarray(0, bytes.length - 1), 'damaged'],
    ['ends after its name', bytes.subarray(0, 8), 'damaged'],
    ['has a bit flipped', flipped(bytes), 'damaged'],
    ['has other weights', sealed(bytes.subarray(0, bytes.length - 8)), 'another size'],
    [
      'was trained with other features',
      sealed(Buffer.from(bytes.toString('latin1').replace(/"features":"./u, '"features":"_'), 'latin1')),
      'other features',
    ],
    [
      'says too little',
      sealed(Buffer.from(bytes.toString('latin1').replace('"version"', '"wersion"'), 'latin1')),
      'no version',
    ],
  ])('that %s is refused with the reason', (_, changed, says) => {
    expect(() => readModel(changed)).toThrow(says);
  });

  it('that the operator names is refused by its name', () => {
    const path = join(folder, 'broken.bin');
    writeFileSync(path, 'nothing of the kind');
    expect(() => loadClassifier(path)).toThrow('broken.bin');
    expect(() => loadClassifier(join(folder, 'absent.bin'))).toThrow('ENOENT');
  });
});

function flipped(whole: Buffer): Buffer {
  const copy = Buffer.from(whole);
  copy[copy.length - 100] = (copy[copy.length - 100] ?? 0) ^ 1;
  return copy;
}

describe('A header', () => {
  it.each([
    ['nothing', null],
    ['a list', []],
    ['no version', { ...header, version: '' }],
    ['no language', { ...header, languages: [] }],
    ['a language that is no text', { ...header, languages: [1] }],
    ['no attributes', { ...header, attributes: undefined }],
    ['too few heads', { ...header, heads: [] }],
    ['heads that are none', { ...header, heads: [{ bias: 1 }] }],
    ['heads that are no objects', { ...header, heads: [3] }],
    ['heads that are no list', { ...header, heads: {} }],
    ['a base rate of nothing', { ...header, base_rate: 0 }],
    ['a base rate of all', { ...header, base_rate: 1 }],
    ['a base rate in words', { ...header, base_rate: 'half' }],
    ['no seed', { ...header, seed: undefined }],
    ['no data', { ...header, data: undefined }],
    ['no metrics', { ...header, metrics: null }],
  ])('with %s is refused', (_, wrong) => {
    expect(headerMistake(wrong)).not.toBeNull();
  });
});

describe('The shipped model', () => {
  const { header: shipped, digest } = readModel(readFileSync(SHIPPED_MODEL));
  const card = readFileSync(SHIPPED_MODEL.replace(/bin$/u, 'md'), 'utf8');

  it('is small, and loaded once in a process', () => {
    expect(statSync(SHIPPED_MODEL).size).toBeLessThan(6 * 1024 * 1024);
    expect(loadClassifier(null)).toBe(loadClassifier(SHIPPED_MODEL));
  });

  it('is switched off by the word none', () => {
    expect(loadClassifier('none').version).toBeNull();
  });

  it('is the one that its card describes, with the data it was trained on', () => {
    expect(card).toContain(shipped.version);
    expect(card).toContain(digest);
    for (const { file, sha256 } of shipped.data) {
      expect(card).toContain(file);
      expect(card).toContain(sha256);
    }
  });
});
