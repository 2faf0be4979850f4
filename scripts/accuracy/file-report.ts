import type { Scores } from '../../src/classifier/classifier.js';
import type { Action } from '../../src/domain/action.js';
import { bootstrap, intervalText } from '../figures/bootstrap.js';
import {
  areaUnderRoc,
  averagePrecision,
  type Flagged,
  hitsOf,
  type Scored,
} from '../figures/metrics.js';
import { type Curve, curvesSvg, type Dot } from './curves.js';
import type { Peer } from './peers.js';
import { attributesOf, type LabelledRow } from './rows.js';
import { table } from './table.js';

/** What is measured: the scores, the whole engine and other filters. */
export interface Subjects {
  readonly score: (text: string) => Scores;
  readonly judge: (text: string) => Action;
  readonly peers: readonly Peer[];
  /** From which score on a comment is held, by attribute. */
  readonly hold_at: Readonly<Record<string, number>>;
}

interface Report {
  /** Markdown. */
  readonly text: string;
  /** ROC and precision over recall, for the first attribute that is labelled. */
  readonly svg: string;
}

interface Judged {
  readonly row: LabelledRow;
  readonly scores: Scores;
  readonly action: Action;
  readonly peers: readonly boolean[];
}

/** Everything that is measured on labelled rows, with intervals. */
export function fileReport(rows: readonly LabelledRow[], subjects: Subjects): Report {
  const { score, judge, peers } = subjects;
  const judged = rows.map((row) => ({
    row,
    scores: score(row.text),
    action: judge(row.text),
    peers: peers.map(({ flags }) => flags(row.text)),
  }));
  const attributes = attributesOf(rows);
  const main = attributes[0] ?? 'toxicity';
  const deciders = decidersOf(judged, subjects, main);
  const unscored = judged.filter(({ scores }) => Object.keys(scores).length === 0).length;
  const text = [
    `${rows.length} rows, ${judged.filter(({ row }) => row.labels[main]).length} positive for ` +
      `${main}; ${unscored} in a language that is not scored (they count as 0).`,
    '',
    'Scores (95 % bootstrap intervals)',
    '',
    scoreTable(judged, attributes, subjects.hold_at),
    '',
    `Yes or no, against ${main}`,
    '',
    table(
      ['', 'precision', 'recall', 'F1', 'of the clean flagged'],
      deciders.map(({ name, flagged }) => [name, ...figures(flagged)]),
    ),
  ].join('\n');
  const curves: Curve[] = [{ name: `classifier, ${main}`, rows: scoredFor(judged, main) }];
  const dots: Dot[] = deciders.map(({ name, flagged }) => ({ name, hits: hitsOf(flagged) }));
  return { text, svg: curvesSvg(`${rows.length} comments, ${main}`, curves, dots) };
}

function scoredFor(judged: readonly Judged[], attribute: string): readonly Scored[] {
  return judged.flatMap(({ row, scores }) => {
    const positive = row.labels[attribute];
    return positive === undefined ? [] : [{ score: scores[attribute] ?? 0, positive }];
  });
}

function scoreTable(
  judged: readonly Judged[],
  attributes: readonly string[],
  holdAt: Subjects['hold_at'],
): string {
  const lines = attributes.map((attribute) => {
    const scored = scoredFor(judged, attribute);
    const at = holdAt[attribute] ?? 1;
    const flagged = scored.map(({ score, positive }) => ({ flagged: score >= at, positive }));
    return [
      attribute,
      intervalText(bootstrap(scored, areaUnderRoc)),
      intervalText(bootstrap(scored, averagePrecision)),
      String(at),
      ...figures(flagged),
    ];
  });
  const head = ['', 'ROC-AUC', 'average precision', 'held from'];
  return table([...head, 'precision', 'recall', 'F1', 'of the clean flagged'], lines);
}

const figures = (flagged: readonly Flagged[]): readonly string[] =>
  (['precision', 'recall', 'f1', 'clean_flagged'] as const).map((figure) =>
    intervalText(bootstrap(flagged, (rows) => hitsOf(rows)[figure])),
  );

interface Decider {
  readonly name: string;
  readonly flagged: readonly Flagged[];
}

function decidersOf(
  judged: readonly Judged[],
  { peers, hold_at }: Subjects,
  attribute: string,
): readonly Decider[] {
  const decider = (name: string, flags: (each: Judged) => boolean): Decider => ({
    name,
    flagged: judged.flatMap((each) => {
      const positive = each.row.labels[attribute];
      return positive === undefined ? [] : [{ flagged: flags(each), positive }];
    }),
  });
  const held = ({ scores }: Judged): boolean =>
    Object.entries(hold_at).some(([name, at]) => (scores[name] ?? 0) >= at);
  return [
    decider('Gatepost (held or rejected)', ({ action }) => action !== 'approve'),
    decider('Gatepost (rejected)', ({ action }) => action === 'reject'),
    decider('classifier alone (any attribute)', held),
    ...peers.map(({ name }, at) => decider(name, (each) => each.peers[at] === true)),
  ];
}
