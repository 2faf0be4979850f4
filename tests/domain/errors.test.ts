import { describe, expect, it } from 'vitest';

import { ERRORS, GatepostError } from '../../src/domain/errors.js';

describe('A refusal', () => {
  it('has its code and detail, and names no field unless told', () => {
    const error = new GatepostError('not_found', 'There is no comment "x".');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'GatepostError',
      code: 'not_found',
      message: 'There is no comment "x".',
      errors: [],
    });
    expect(error.current).toBeUndefined();
  });

  it('names the fields that are wrong', () => {
    const errors = [{ pointer: '/text', detail: 'This must not be empty.' }];
    expect(new GatepostError('invalid_policy', 'No.', { errors }).errors).toEqual(errors);
  });

  it('shows on a conflict how things stand', () => {
    const current = { version: 3 };
    const error = new GatepostError('version_conflict', 'It has changed.', { current });
    expect([error.current, error.errors]).toEqual([current, []]);
  });

  it.each(Object.entries(ERRORS))('%s says what went wrong and what to do', (_, kind) => {
    expect(kind.status).toBeGreaterThanOrEqual(400);
    expect(kind.title).toMatch(/^[A-Z].*\.$/u);
    expect(kind.hint).toMatch(/^[A-Z].*\.$/u);
  });
});
