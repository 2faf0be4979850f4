import { submitComment } from '../../../src/operations/submit-comment.js';
import type { Caller, Deps } from '../../../src/deps.js';
import type { Submission } from '../../../src/domain/submission.js';
import { createKey } from '../../../src/operations/create-key.js';
import { decideComment } from '../../../src/operations/decide-comment.js';
import { ensureFirstRun } from '../../../src/operations/ensure-first-run.js';
import { fileAppeal } from '../../../src/operations/file-appeal.js';
import { resolveAppeal } from '../../../src/operations/resolve-appeal.js';
import { testDeps } from '../deps.js';
import { ADMIN_KEY } from './desk.js';

/** The first and the last day of it. */
export const MONTH = { first: '2026-09-28', last: '2026-10-25' } as const;

const DAYS = 28;
const DAY_MILLISECONDS = 86_400_000;
const MINUTE_MILLISECONDS = 60_000;

const THREADS = [
  { external_id: 'bridge', title: 'The old bridge closes in spring', section: 'local' },
  { external_id: 'cup', title: 'Late goal sends the women’s team to the final', section: 'sport' },
  { external_id: 'budget', title: 'The budget, line by line', section: 'politics' },
  { external_id: 'library', title: 'A library for the north of the town', section: 'local' },
] as const;

const CIVIL = [
  'The ferry could run every twenty minutes',
  'Thanks for the clear report',
  'I disagree, and page four says why',
  'Does anybody know when the tram runs again?',
  'My uncle worked there for thirty years',
];
const HELD = [
  'You are a clueless moron',
  'You people are pathetic idiots',
  'Shut up, you stupid idiot',
  'THIS IS THE WORST DECISION THE COUNCIL HAS EVER MADE FOR THE TOWN',
];
const REJECTED = ['This is fucking ugly', 'I will find you and kill you'];

interface Desk {
  readonly deps: Deps;
  readonly cms: Caller;
  readonly moderators: readonly [Caller, Caller];
  pass(minutes: number): void;
}

/** Numbers from 0 up to one below `below`, the same every time. */
function numbers(): (below: number) => number {
  let state = 20_261_129;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Fills an empty database with four weeks of a newsroom: comments, decisions, appeals. */
export async function fillMonth(url: string): Promise<void> {
  const { deps: plain, close } = await testDeps(url);
  let now = Date.parse(`${MONTH.first}T06:00:00.000Z`);
  const deps = { ...plain, clock: () => now };
  await ensureFirstRun(deps, { adminKey: ADMIN_KEY });
  const keyOf = async (name: string, scope: Caller['scope']): Promise<Caller> => {
    const made = await createKey(deps, { caller: { site_id: 'default' }, name, scope });
    return { id: made.key.id, site_id: 'default', name, scope };
  };
  const desk: Desk = {
    deps,
    cms: await keyOf('cms', 'submit'),
    moderators: [await keyOf('Anna Gruber', 'moderate'), await keyOf('Ben Ito', 'moderate')],
    pass: (minutes) => {
      now += minutes * MINUTE_MILLISECONDS;
    },
  };
  const number = numbers();
  for (let day = 0; day < DAYS; day += 1) {
    now = Date.parse(`${MONTH.first}T06:00:00.000Z`) + day * DAY_MILLISECONDS;
    await oneDay(desk, day, number);
  }
  await close();
}

async function oneDay(desk: Desk, day: number, number: (below: number) => number): Promise<void> {
  // Weekends are quiet, and the second week has news.
  const amount = (day % 7 > 4 ? 6 : 12) + number(6) + (day > 6 && day < 12 ? 8 : 0);
  for (let at = 0; at < amount; at += 1) {
    desk.pass(number(40));
    const kind = number(10);
    const texts = kind < 6 ? CIVIL : kind < 9 ? HELD : REJECTED;
    const words = texts[number(texts.length)] ?? '';
    const author = `reader-${day}-${at}`;
    const body = `${words}, number ${at} of day ${day} as it were.`;
    const thread = THREADS[number(THREADS.length)] ?? THREADS[0];
    const { comment } = await submitComment(desk.deps, {
      caller: desk.cms,
      submission: submissionOf({ author, body, thread }),
      idempotency: null,
    });
    if (comment.status === 'pending' && number(8) > 0) {
      await decided(desk, { ...comment, author }, number);
    }
  }
}

interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly author: string;
}

async function decided(
  { deps, cms, moderators, pass }: Desk,
  { id, version, author }: Waiting,
  number: (below: number) => number,
): Promise<void> {
  pass(1 + number(30));
  const caller = moderators[number(2)] ?? moderators[0];
  const action = number(3) === 0 ? 'approve' : 'reject';
  const words = { reason: null, note: null };
  await decideComment(deps, { caller, id, action, seen_version: version, ...words });
  if (action === 'approve' || number(4) > 0) return;
  const { appeal } = await fileAppeal(deps, { caller: cms, id, author, text: 'I did not mean it.' });
  pass(number(20));
  await resolveAppeal(deps, {
    caller: caller === moderators[0] ? moderators[1] : moderators[0],
    id: appeal.id,
    outcome: number(3) === 0 ? 'overturned' : 'upheld',
    reason: 'Read once more by somebody else.',
    seen_version: version + 1,
  });
}

interface Written {
  readonly author: string;
  readonly body: string;
  readonly thread: (typeof THREADS)[number];
}

function submissionOf({ author, body, thread }: Written): Submission {
  const nothing = { email: null, url: null, ip: null, user_agent: null };
  return {
    external_id: null,
    thread: { url: null, ...thread },
    author: { external_id: author, name: author, ...nothing },
    parent_id: null,
    body,
    locale: 'en',
    created_at: null,
    accepted_policy_version: null,
    metadata: null,
  };
}
