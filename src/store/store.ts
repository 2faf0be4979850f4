
import { type AppealStore, appealStore } from './appeal-store.js';
import { type AuditStore, auditStore } from './audit-store.js';
import { type AuthorStore, authorStore } from './author-store.js';
import { type BlockStore, blockStore } from './block-store.js';
import { type CommentStore, commentStore } from './comment-store.js';
import { type ClaimStore, claimStore } from './claim-store.js';
import type { Database } from './database.js';
import type { Access, Engine } from './engine.js';
import { type DecisionStore, decisionStore } from './decision-store.js';
import { type DeliveryStore, deliveryStore } from './delivery-store.js';
import { type ErasureStore, erasureStore } from './erasure-store.js';
import { type ExportStore, exportStore } from './export-store.js';
import { type IdempotencyStore, idempotencyStore } from './idempotency-store.js';
import { type ImportStore, importStore } from './import-store.js';
import { type KeyStore, keyStore } from './key-store.js';
import { type LessonStore, lessonStore } from './lesson-store.js';
import { type NoticeStore, noticeStore } from './notice-store.js';
import { type NoteStore, noteStore } from './note-store.js';
import { type PolicyStore, policyStore } from './policy-store.js';
import { type QueueStore, queueStore } from './queue-store.js';
import { type PersonStore, personStore } from './person-store.js';
import { type RedactionStore, redactionStore } from './redaction-store.js';
import { type ReportStore, reportStore } from './report-store.js';
import { type RecordStore, recordStore } from './record-store.js';
import { type RetentionStore, retentionStore } from './retention-store.js';
import { type SessionStore, sessionStore } from './session-store.js';
import { type SiteModelStore, siteModelStore } from './site-model-store.js';
import { type SiteStore, siteStore } from './site-store.js';
import { type StatementStore, statementStore } from './statement-store.js';
import { type ThreadStore, threadStore } from './thread-store.js';
import { type TransparencyStore, transparencyStore } from './transparency-store.js';
import { type StandingStore, standingStore } from './standing-store.js';
import { type TakeDownStore, takeDownStore } from './take-down-store.js';
import { type StatisticsStore, statisticsStore } from './statistics-store.js';
import { type TransferStore, transferStore } from './transfer-store.js';
import { type WarningStore, warningStore } from './warning-store.js';
import { type WebhookStore, webhookStore } from './webhook-store.js';

/** Everything that is kept, by noun. */
export interface Store {
  readonly sites: SiteStore;
  readonly keys: KeyStore;
  readonly sessions: SessionStore;
  readonly threads: ThreadStore;
  readonly authors: AuthorStore;
  readonly comments: CommentStore;
  readonly decisions: DecisionStore;
  readonly blocks: BlockStore;
  readonly warnings: WarningStore;
  readonly takeDowns: TakeDownStore;
  readonly standing: StandingStore;
  readonly reports: ReportStore;
  readonly appeals: AppealStore;
  readonly notices: NoticeStore;
  readonly statements: StatementStore;
  readonly transparency: TransparencyStore;
  readonly queue: QueueStore;
  readonly claims: ClaimStore;
  readonly notes: NoteStore;
  readonly audit: AuditStore;
  readonly policies: PolicyStore;
  readonly record: RecordStore;
  readonly lessons: LessonStore;
  readonly siteModels: SiteModelStore;
  readonly idempotency: IdempotencyStore;
  readonly imports: ImportStore;
  readonly transfer: TransferStore;
  readonly webhooks: WebhookStore;
  readonly deliveries: DeliveryStore;
  readonly erasures: ErasureStore;
  readonly redactions: RedactionStore;
  readonly persons: PersonStore;
  readonly exports: ExportStore;
  readonly retention: RetentionStore;
  readonly statistics: StatisticsStore;
  /**
   * Runs `work` with a store that is bound to one transaction of a site: all of it happens or
   * nothing. What it resolves to is on the disk. Of one site's transactions one happens after
   * another, on whatever instance, so what was read in it is true until it ends. Transactions do
   * not nest, and the outer store, which sees what was before and writes nothing, is not for use
   * inside.
   */
  transaction<T>(siteId: string, work: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in a transaction that stands in no line: others of the same site happen meanwhile.
   * Only for what locks the rows that it changes, and puts nothing on record.
   */
  beside<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Runs `work` with a store that sees everything as it is at this moment, whatever others write
   * meanwhile, and that writes nothing.
   */
  snapshot<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Calls the listener with the site after each transaction that put something on record, once that
   * is on the disk. Only of this process; the answer ends it.
   */
  onAppended(listener: (siteId: string) => void): () => void;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
}

type Listener = (siteId: string) => void;
type Whole = 'transaction' | 'beside' | 'snapshot' | 'onAppended' | 'ping';
type Nouns = Omit<Store, Whole>;

/** What a noun is made with, beside the database. */
interface NounContext extends Omit<Access, 'db'> {
  /** Told of additions to the record. */
  readonly onAppend: Listener;
}

/** A noun of lists and figures alone. */
function aside<N>(
  noun: (db: Database, context: NounContext) => N,
): (db: Database, context: NounContext) => N {
  return (_, context) => noun(context.aside, context);
}

/** What makes each noun over a database. */
const NOUNS: {
  readonly [N in keyof Nouns]: (db: Database, context: NounContext) => Nouns[N];
} = {
  sites: siteStore,
  keys: keyStore,
  sessions: sessionStore,
  threads: threadStore,
  authors: authorStore,
  comments: commentStore,
  decisions: decisionStore,
  blocks: blockStore,
  warnings: warningStore,
  takeDowns: takeDownStore,
  standing: standingStore,
  reports: reportStore,
  appeals: appealStore,
  notices: noticeStore,
  statements: statementStore,
  transparency: aside(transparencyStore),
  queue: aside(queueStore),
  claims: claimStore,
  notes: noteStore,
  audit: auditStore,
  policies: policyStore,
  record: aside(recordStore),
  lessons: aside(lessonStore),
  siteModels: siteModelStore,
  idempotency: idempotencyStore,
  imports: importStore,
  transfer: transferStore,
  webhooks: webhookStore,
  deliveries: deliveryStore,
  erasures: erasureStore,
  redactions: redactionStore,
  persons: personStore,
  exports: exportStore,
  retention: retentionStore,
  statistics: aside(statisticsStore),
};

/** The store over an open database. */
export function createStore(engine: Engine): Store {
  const listeners = new Set<Listener>();
  const tell: Listener = (siteId) => {
    for (const listener of listeners) listener(siteId);
  };
  const boundTo = boundStores();
  return withNouns(engine.reading, refuseAppending, {
    transaction: async (siteId, work) => {
      const appended = await engine.transaction(siteId, async (access) => {
        const { store, appendedBy } = boundTo(access);
        return appendedBy(async () => work(store));
      });
      for (const each of appended.sites) tell(each);
      return appended.result;
    },
    beside: async (work) =>
      engine.beside(async (access) => work(withNouns(access, refuseAppending, INSIDE))),
    snapshot: async (work) =>
      engine.snapshot(async (access) => work(withNouns(access, refuseAppending, INSIDE))),
    onAppended: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ping: async () => engine.ping(),
  });
}

interface Bound {
  readonly store: Store;
  /** Does the work, and says which sites' records it appended to. */
  appendedBy<T>(work: () => Promise<T>): Promise<{ result: T; sites: ReadonlySet<string> }>;
}

/**
 * A store for each way to the tables, made once: a way serves one transaction after another, and
 * the nouns of a submit would take as long to make as some of its queries.
 */
function boundStores(): (access: Access) => Bound {
  const known = new WeakMap<Access, Bound>();
  return (access) => {
    const before = known.get(access);
    if (before) return before;
    let sites = new Set<string>();
    const fresh: Bound = {
      store: withNouns(access, (siteId) => sites.add(siteId), INSIDE),
      appendedBy: async (work) => {
        const own = new Set<string>();
        sites = own;
        return { result: await work(), sites: own };
      },
    };
    known.set(access, fresh);
    return fresh;
  };
}

function refuseAppending(): never {
  throw new Error('the record is appended to within a transaction');
}

type Given = Pick<Store, Whole>;

/** What a transaction cannot do: begin another, or tell of what is not on the disk yet. */
const INSIDE: Given = {
  transaction: async () => Promise.reject(new Error('transactions do not nest')),
  beside: async () => Promise.reject(new Error('transactions do not nest')),
  snapshot: async () => Promise.reject(new Error('transactions do not nest')),
  onAppended: () => {
    throw new Error('a transaction ends before anybody could be told');
  },
  ping: async () => Promise.reject(new Error('whoever is in a transaction has been answered')),
};

/** A store whose nouns are made when they are first asked for. */
function withNouns({ db, ...access }: Access, onAppend: Listener, given: Given): Store {
  const context: NounContext = { ...access, onAppend };
  const made: Partial<Store> = { ...given };
  return new Proxy(made as Store, {
    get: (target, name) => {
      if (name in target || !(name in NOUNS)) return Reflect.get(target, name) as unknown;
      const noun = NOUNS[name as keyof Nouns](db, context);
      Reflect.set(target, name, noun);
      return noun;
    },
    // As if all were there, so that a copy of a store has what the type says.
    ownKeys: () => [...Object.keys(made), ...Object.keys(NOUNS).filter((name) => !(name in made))],
    getOwnPropertyDescriptor: (target, name) =>
      name in target || name in NOUNS ? { configurable: true, enumerable: true } : undefined,
  });
}
