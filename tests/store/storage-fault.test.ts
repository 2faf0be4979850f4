import { describe, expect, it } from 'vitest';

import { storageFault } from '../../src/store/storage-fault.js';

describe('What keeps a database from its work', () => {
  it.each([
    ['disk_full', ['SQLITE_FULL', '53100', 'ENOSPC']],
    ['read_only', ['SQLITE_READONLY_DBMOVED', 'SQLITE_CANTOPEN', '25006', 'EROFS']],
    ['disk_failing', ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', '58030']],
    ['damaged', ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'XX001']],
    ['locked', ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '55P03', '40P01']],
    ['exhausted', ['53200', '53300', '57014', 'STORE_OVERLOADED']],
    ['changed', ['0A000', '42P01', '42703']],
    ['unreachable', ['57P01', '57P03', '08006', '28P01', 'ECONNREFUSED', 'STORE_UNREACHABLE']],
  ])('is told apart: %s', (kind, codes) => {
    for (const code of codes) {
      expect(storageFault(Object.assign(new Error(''), { code }))).toMatchObject({ kind });
    }
  });

  it.each([
    ['an error without a code', new Error('SQLITE_FULL')],
    ['a value that must be unique', Object.assign(new Error(''), { code: '23505' })],
    ['a statement that is wrong', Object.assign(new Error(''), { code: 'SQLITE_ERROR' })],
    ['something that is no error', 'SQLITE_FULL'],
    ['nothing', null],
  ])('is not %s', (_, fault) => {
    expect(storageFault(fault)).toBeNull();
  });
});
