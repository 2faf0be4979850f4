import { TRANSACTIONS_WAITING_MAX } from '../limits/store.js';
import type { Access } from './engine.js';
import { overloaded } from './errors.js';

/** One transaction of the database, in which several of ours happen one after another. */
export interface Session {
  /**
   * Before each of ours: begins where nothing is open. What `behindOthers` have done is not lost
   * when this one is undone.
   */
  enter(behindOthers: boolean): Promise<Access>;
  /** This one is done with. */
  keep(): void;
  /** Takes back what was done since `enter`; false where all of the group was taken back. */
  undo(): Promise<boolean>;
  /** Resolves when all of it is on the disk. */
  commit(): Promise<void>;
  /** Gives back what is held, whatever happened; never throws, and leaves nothing open. */
  leave(): void;
}

export interface Grouped {
  transaction<T>(work: (access: Access) => Promise<T>): Promise<T>;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

/** One transaction among those that are committed together. */
interface Member {
  /** Does the work; what to tell whoever waits when it is on the disk. */
  work(access: Access): Promise<() => void>;
  refuse(fault: unknown): void;
}

/**
 * Commits together what comes in the same turn of the event loop, up to `membersMax`, for one sync
 * of the disk; while the disk works the next group gathers. Members work one after another, each
 * behind a savepoint, so that the failure of one spoils no other, and each is answered when all of
 * them are on the disk. Whoever comes alone waits for nobody.
 */
export function grouped(session: Session, membersMax: number): Grouped {
  const waiting: Member[] = [];
  let working: Promise<void> | null = null;

  const workThrough = async (): Promise<void> => {
    try {
      while (waiting.length > 0) {
        await turnOfTheLoop();
        await commitTogether(session, waiting, membersMax);
      }
    } finally {
      working = null;
    }
  };
  return {
    transaction: async (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= TRANSACTIONS_WAITING_MAX) {
          reject(overloaded());
          return;
        }
        waiting.push({
          work: async (access) => {
            const result = await work(access);
            return () => {
              resolve(result);
            };
          },
          refuse: reject,
        });
        working ??= workThrough();
      }),
    idle: async () => {
      while (working !== null) await working;
    },
  };
}

/** Takes members from those that wait, and from those that come meanwhile. */
async function commitTogether(
  session: Session,
  waiting: Member[],
  membersMax: number,
): Promise<void> {
  const done: { readonly member: Member; readonly tell: () => void }[] = [];
  const lose = (fault: unknown): void => {
    for (const { member } of done.splice(0)) member.refuse(fault);
  };
  try {
    for (let taken = 0; taken < membersMax; taken += 1) {
      const member = waiting.shift();
      if (member === undefined) break;
      const access = await session.enter(done.length > 0).catch((fault: unknown) => {
        // Nobody else would get in either, and each would wait as long.
        for (const each of [member, ...waiting.splice(0)]) each.refuse(fault);
        return null;
      });
      if (access === null) break;
      try {
        const tell = await member.work(access);
        session.keep();
        done.push({ member, tell });
      } catch (fault) {
        member.refuse(fault);
        if (!(await session.undo())) lose(fault);
      }
    }
    await session.commit();
  } catch (fault) {
    lose(fault);
  } finally {
    session.leave();
  }
  for (const { tell } of done) tell();
}

const turnOfTheLoop = async (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
