import type { TestDatabase } from '../databases.js';
import { startReceiver } from '../receiver.js';
import { BUILT, startService } from '../service.js';
import { subscribe, undelivered } from './delivered.js';
import { environmentOf, killRounds, type Tally } from './rounds.js';
import { seeded } from './seed.js';

/** On one database: its whole record is verified after each, so that more would take long. */
const ROUNDS = 20;

interface Asked {
  readonly name: string;
  /** Each with as many rounds. */
  readonly databases: number;
  readonly make: () => Promise<TestDatabase>;
}

/** Kills the service again and again, and says what came of it; prints it as well. */
export async function allRounds({ name, databases, make }: Asked): Promise<Tally> {
  const random = seeded(name);
  const receiver = await startReceiver();
  const sum: Tally = { kills: 0, answered: 0, unanswered: 0, wrong: [] };
  for (let at = 0; at < databases; at += 1) {
    const { url, remove } = await make();
    const service = await startService(environmentOf(url), BUILT);
    await subscribe(service, receiver);
    await service.stop('SIGTERM');
    const { wrong, ...counts } = await killRounds({ url, random, name: `db${at}` }, ROUNDS);
    sum.kills += counts.kills;
    sum.answered += counts.answered;
    sum.unanswered += counts.unanswered;
    const lost = await undelivered(url, receiver);
    sum.wrong.push(...wrong, ...lost.map((id) => `never delivered: ${id}`));
    await remove();
    process.stdout.write(
      `${name}: ${sum.kills} kills, ${sum.answered} requests answered, ${sum.unanswered} under way, ` +
        `${receiver.requests.length} events delivered, ${sum.wrong.length} lost or by halves\n`,
    );
  }
  await receiver.close();
  return sum;
}
