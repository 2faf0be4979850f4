/**
 * npm run bench
 *
 * How long judging takes: the whole engine under the default policy, beside other word filters on
 * the same texts, in one process and in turns. Medians; on a shared machine read the ratios.
 */
import { loadClassifier } from '../src/commands/load-classifier.js';
import { compilePolicy, evaluate } from '../src/moderation/evaluate.js';
import { EMPTY_HISTORY, textFacts } from '../src/moderation/facts.js';
import { completePolicy } from '../src/moderation/policy/complete.js';
import { normalize } from '../src/text/normalize.js';
import { peers } from './accuracy/peers.js';
import { table } from './accuracy/table.js';

const LENGTHS = [50, 400, 2_000, 10_000] as const;
const ROUNDS = 21;
/** Characters read in one round of one subject, so that each takes about as long. */
const ROUND_CHARACTERS = 60_000;

const PROSE =
  'The council has finally agreed to rebuild the old bridge, and I think that most of us who live ' +
  'on the other side will be glad about it. It took them nearly ten years, three studies and more ' +
  'money than the school got, but at least the plan keeps a lane for bicycles. I wonder whether ' +
  'the toll of 2.50 will stay, as the mayor promised before the vote; she said so twice, in ' +
  'public, and you can read it in the minutes. ';

interface Subject {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** The whole engine, with as many blocked terms of the publisher's own. */
function gatepost(name: string, terms: number): Subject {
  const own = Array.from({ length: terms }, (_, at) => `qz${letters(at)}x`);
  const completed = completePolicy({ rules: { blocked_terms: { terms: own } } });
  if (!completed.ok) throw new Error(JSON.stringify(completed.errors));
  const policy = { version: 1, digest: '', created_at: '', created_by: '' };
  const compiled = compilePolicy({ ...policy, document: completed.document });
  const author = { name: 'Reader', url: null, ip: null };
  return {
    name,
    read: (body) => {
      const facts = textFacts({ body, author, locale: null });
      return evaluate(compiled, { ...facts, history: EMPTY_HISTORY, scores: {} });
    },
  };
}

/** The trained model alone, all attributes; a text is folded once for it and the rules. */
function model(): Subject {
  const classifier = loadClassifier(null);
  const folded = remembered(normalize);
  return {
    name: 'Gatepost, trained model (text folded)',
    read: (body) => classifier.score(folded(body), null),
  };
}

/** Folding is timed with the rules, so here it is done once. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}

const letters = (at: number): string =>
  [...at.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('');

/** Microseconds for one text; each text is a little different, as comments are. */
function measure({ read }: Subject, length: number): number {
  const count = Math.max(2, Math.ceil(ROUND_CHARACTERS / length));
  const texts = Array.from({ length: count }, (_, at) =>
    `${String(at)} ${PROSE.repeat(Math.ceil(length / PROSE.length))}`.slice(0, length),
  );
  const start = performance.now();
  for (const text of texts) read(text);
  return ((performance.now() - start) * 1_000) / count;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function main(): void {
  const subjects: readonly Subject[] = [
    gatepost('Gatepost, all rules', 0),
    gatepost('Gatepost, 100 own terms', 100),
    gatepost('Gatepost, 10,000 own terms', 10_000),
    model(),
    ...peers().map(({ name, flags }) => ({ name, read: flags })),
  ];
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const subject of subjects) {
      for (const length of LENGTHS) {
        const key = `${subject.name} ${length}`;
        times.set(key, [...(times.get(key) ?? []), measure(subject, length)]);
      }
    }
  }
  const of = (name: string, length: number): number => median(times.get(`${name} ${length}`) ?? []);
  const rows = subjects.map(({ name }) => [
    name,
    ...LENGTHS.map((length) => of(name, length).toFixed(1)),
    (of(name, 400) / of('Gatepost, all rules', 400)).toFixed(1),
  ]);
  const head = ['µs a text', ...LENGTHS.map((length) => `${length} characters`), '× Gatepost at 400'];
  process.stdout.write(`${table(head, rows)}\n`);
}

main();
