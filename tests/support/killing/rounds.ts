import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Random } from '../../../scripts/figures/random.js';
import { BUILT, type Environment, type Service, startService } from '../service.js';
import { type Act, ADMIN_KEY, newsroom, send } from './acts.js';
import { losses, type Told } from './whole.js';

/** Requests under way at once. */
const SENDERS = 6;
/** Killed after at most so many answers, and within a few milliseconds more. */
const ANSWERS_MAX = 80;
const MILLISECONDS_MORE_MAX = 4;
/** One round in so many is killed before the service listens. */
const KILLED_AT_START_ONE_IN = 10;
const START_MILLISECONDS = 700;
/** Answers of the round before that are asked for again. */
const ASKED_AGAIN = 5;

export interface Rounds {
  readonly url: string;
  readonly random: Random;
  /** Different for each database, so that keys are. */
  readonly name: string;
}

/** What so many rounds came to. */
export interface Tally {
  kills: number;
  answered: number;
  /** Under way when the service was killed. */
  unanswered: number;
  readonly wrong: string[];
}

/** Starts, works, kills, looks; again and again on the same database. */
export async function killRounds({ url, random, name }: Rounds, rounds: number): Promise<Tally> {
  const tally: Tally = { kills: 0, answered: 0, unanswered: 0, wrong: [] };
  const env = environmentOf(url);
  let before: Round = { told: [], untold: [] };
  for (let round = 0; round < rounds; round += 1) {
    tally.kills += 1;
    if (round > 0 && random.below(KILLED_AT_START_ONE_IN) === 0) {
      await killAtStart(env, random.below(START_MILLISECONDS));
    } else {
      const service = await startService(env, BUILT);
      tally.wrong.push(...(await repeated(service, before)));
      before = await workUntilKilled(service, { random, name: `${name}-${round}` });
      tally.answered += before.told.length;
      tally.unanswered += before.untold.length;
    }
    tally.wrong.push(...(await losses(url, before.told)));
  }
  return tally;
}

export const environmentOf = (url: string): Environment => ({
  DATABASE_URL: url,
  GATEPOST_ADMIN_KEY: ADMIN_KEY,
  GATEPOST_MODEL: 'none',
  GATEPOST_WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
  LOG_LEVEL: 'warn',
});

interface Round {
  readonly told: readonly Told[];
  readonly untold: readonly Act[];
}

/** Sends what the newsroom does until the service is killed in the midst of it. */
async function workUntilKilled(
  service: Service,
  { random, name }: Omit<Rounds, 'url'>,
): Promise<Round> {
  const told: Told[] = [];
  const untold: Act[] = [];
  const room = newsroom(random, name);
  const last = 1 + random.below(ANSWERS_MAX);
  const more = random.below(MILLISECONDS_MORE_MAX);
  const stream = async (): Promise<void> => {
    for (;;) {
      const act = room.next();
      try {
        const answer = await send(service.url, act);
        room.saw(answer);
        told.push({ act, answer });
      } catch {
        untold.push(act);
        return;
      }
      if (told.length === last) setTimeout(() => void service.stop('SIGKILL'), more);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, stream));
  await service.stop('SIGKILL');
  return { told, untold };
}

/** What was answered is answered again in the same way, and what was not can be sent again. */
async function repeated(service: Service, { told, untold }: Round): Promise<readonly string[]> {
  const wrong: string[] = [];
  const submits = told.filter(({ act, answer }) => act.key !== null && answer.status === 201);
  for (const { act, answer } of submits.slice(-ASKED_AGAIN)) {
    const again = await send(service.url, act);
    if (again.body?.comment?.id === answer.body.comment.id) continue;
    wrong.push(`answered otherwise when it was repeated: ${act.key ?? ''} (${again.status})`);
  }
  for (const act of untold.filter(({ key }) => key !== null)) {
    const { status } = await send(service.url, act);
    if (status !== 201) wrong.push(`could not be sent again: ${act.key ?? ''} (${status})`);
  }
  return wrong;
}

async function killAtStart(env: Environment, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [...BUILT, 'serve'], {
    env: { PORT: '0', ...env },
    stdio: 'ignore',
  });
  const gone = once(child, 'close');
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await gone;
}
