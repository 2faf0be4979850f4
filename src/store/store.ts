import { sql } from 'kysely';

import { type AuthorStore, authorStore } from './author-store.js';
import { type BlockStore, blockStore } from './block-store.js';
import { type CommentStore, commentStore } from './comment-store.js';
import type { Database } from './database.js';
import { type DecisionStore, decisionStore } from './decision-store.js';
import { type IdempotencyStore, idempotencyStore } from './idempotency-store.js';
import { asTransaction } from './inside-transaction.js';
import { type KeyStore, keyStore } from './key-store.js';
import { type LessonStore, lessonStore } from './lesson-store.js';
import { type PolicyStore, policyStore } from './policy-store.js';
import { type ReportStore, reportStore } from './report-store.js';

import { type RecordStore, recordStore } from './record-store.js';
import { type SiteModelStore, siteModelStore } from './site-model-store.js';
import { type SiteStore, siteStore } from './site-store.js';
import { type ThreadStore, threadStore } from './thread-store.js';

/** Everything that is kept, by noun. */
export interface Store {
  readonly sites: SiteStore;
  readonly keys: KeyStore;
  readonly threads: ThreadStore;
  readonly authors: AuthorStore;
  readonly comments: CommentStore;
  readonly decisions: DecisionStore;
  readonly blocks: BlockStore;
  readonly reports: ReportStore;
  readonly policies: PolicyStore;
  readonly record: RecordStore;
  readonly lessons: LessonStore;
  readonly siteModels: SiteModelStore;
  readonly idempotency: IdempotencyStore;
  /**
   * Runs `work` with a store that is bound to one transaction: all of it happens or nothing. What
   * it resolves to is on the disk. Transactions do not nest, and the outer store must not be used
   * inside: both throw.
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
}

/** The store over an open database or, within `transaction`, over one transaction of it. */
export function createStore(db: Database): Store {
  return {
    sites: siteStore(db),
    keys: keyStore(db),
    threads: threadStore(db),
    authors: authorStore(db),
    comments: commentStore(db),
    decisions: decisionStore(db),
    blocks: blockStore(db),
    reports: reportStore(db),
    policies: policyStore(db),
    record: recordStore(db),
    lessons: lessonStore(db),
    siteModels: siteModelStore(db),
    idempotency: idempotencyStore(db),
    transaction: async (work) => {
      if (db.isTransaction) throw new Error('transactions do not nest');
      return db
        .transaction()
        .execute(async (bound) => asTransaction(async () => work(createStore(bound))));
    },
    ping: async () => {
      await sql`SELECT 1`.execute(db);
    },
  };
}
