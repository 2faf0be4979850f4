import { describe, expect, it } from 'vitest';

import { DISGUISED } from '../../../src/moderation/terms/disguises.js';
import { BAD_WORDS, ENGLISH_WORDS, packageGrade } from '../../../src/moderation/terms/english.js';
import { PACKAGE_TERMS } from '../../../src/moderation/terms/package-terms.js';
import { normalize } from '../../../src/text/normalize.js';
import { judged } from '../judging.js';

const graded = Object.values(PACKAGE_TERMS).flat();

describe('The terms of bad-words', () => {
  it('have all been looked at: each stands under one grade', () => {
    expect([...graded].sort()).toEqual([...BAD_WORDS].sort());
    expect(new Set(graded).size).toBe(graded.length);
  });

  it('that are spellings of another term are read as that term', () => {
    const missed = PACKAGE_TERMS.spelling.filter((body) => judged({ body }).findings.length === 0);
    expect(missed).toEqual([]);
  });

  it('that are strong or slurs are rejected as they stand', () => {
    const passed = [...PACKAGE_TERMS.strong, ...PACKAGE_TERMS.slur]
      .map((term) => term.replaceAll(/[*;]/gu, ''))
      .filter((body) => judged({ body }).action !== 'reject');
    expect(passed).toEqual([]);
  });
});

describe('A term that a later version of bad-words brings in', () => {
  it('is doubtful until somebody has graded it', () => {
    expect(packageGrade('no term of theirs')).toBe('possible');
    expect(packageGrade('fuck')).toBe('strong');
  });
});

describe('A term that has disguises', () => {
  it('is a term, and its disguises are read as it', () => {
    const texts = new Set(ENGLISH_WORDS.map(({ text }) => text));
    expect(Object.keys(DISGUISED).filter((term) => !texts.has(term))).toEqual([]);
    const meant = new Set(ENGLISH_WORDS.map(({ value }) => value.spelling_of));
    expect(Object.keys(DISGUISED).filter((term) => !meant.has(term))).toEqual([]);
  });
});

describe('The words that rules look for', () => {
  it('each stand once, in the spelling that folding leaves', () => {
    const texts = ENGLISH_WORDS.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => text !== text.trim().toLowerCase())).toEqual([]);
    expect(texts.filter((text) => normalize(text).text === '')).toEqual([]);
  });
});
