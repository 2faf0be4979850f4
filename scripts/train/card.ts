import type { Classifier } from '../../src/classifier/classifier.js';
import type { Model } from '../../src/classifier/model-file.js';
import { trainedClassifier } from '../../src/classifier/trained.js';
import { normalize } from '../../src/text/normalize.js';
import { HOLD_AT } from '../accuracy/thresholds.js';
import { table } from '../accuracy/table.js';
import { bootstrap, intervalText } from '../figures/bootstrap.js';
import { areaUnderRoc, averagePrecision, hitsOf, type Scored } from '../figures/metrics.js';
import { ABOUT, BEFORE_FIGURES, LIMITS } from './card-text.js';
import { KINDS } from './card-kinds.js';
import { ATTRIBUTES } from '../../src/domain/attribute.js';
import { readRows, type Row } from './rows.js';
import { TEST_TENTH } from './train-model.js';

const TUNING_FILES = ['tune_surge_toxicity.jsonl', 'tune_cat_small.jsonl'] as const;
const FIGURES = ['rows', 'toxic', 'ROC-AUC', 'average precision', 'toxic held', 'clean held'];

/** By how long a comment is, in characters. */
const LENGTHS: readonly (readonly [string, number, number])[] = [
  ['up to 50', 0, 50],
  ['51 to 200', 51, 200],
  ['201 to 1,000', 201, 1_000],
  ['longer', 1_001, Infinity],
];

/** Rows that name a group, by the words that they name it with. */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['women', /\b(?:women|woman|female|feminist)/u],
  ['men', /\b(?:men|man|male)\b/u],
  ['gay, lesbian, bisexual', /\b(?:gays?|lesbians?|homosexuals?|bisexual)\b/u],
  ['muslim', /\b(?:muslims?|islam|islamic)\b/u],
  ['jewish', /\b(?:jews?|jewish)\b/u],
  ['christian', /\b(?:christians?|catholics?)\b/u],
  ['black', /\b(?:blacks?|african)\b/u],
  ['white', /\bwhites?\b/u],
  ['by country', /\b(?:american|indian|turk(?:s|ish)?|armenian|chinese|russian|german|british)s?\b/u],
];

/** The model card: where the model comes from, how well it does, and where it fails. */
export function modelCard(
  model: Model,
  { rows, folder }: { readonly rows: readonly Row[]; readonly folder: string },
): string {
  const classifier = trainedClassifier(model);
  const scored = (of: readonly Row[]): readonly Judged[] => judgedBy(classifier, of);
  const tested = scored(rows.filter(({ tenth }) => tenth === TEST_TENTH));
  const { header, digest } = model;
  const data = header.data.map(({ file, rows: count, sha256 }) => [file, String(count), sha256]);
  return `${[
    `# Model card: ${header.version}`,
    `SHA-256 of models/en.bin: \`${digest}\`. Seed ${header.seed}.`,
    ABOUT,
    table(['file', 'rows', 'SHA-256'], data),
    BEFORE_FIGURES,
    '### Each attribute, on the tenth that was held back',
    attributeTable(tested),
    '### Toxicity on other sets, which were never trained on',
    table(
      ['set', ...FIGURES],
      TUNING_FILES.map((file) => [file, ...line(scored(readRows(folder, file)))]),
    ),
    '### By length, in characters',
    table(
      ['length', ...FIGURES],
      LENGTHS.map(([name, from, to]) => [
        name,
        ...line(tested.filter(({ row }) => row.text.length >= from && row.text.length <= to)),
      ]),
    ),
    '### By the group that a comment names',
    table(
      ['group', ...FIGURES],
      GROUPS.map(([name, words]) => [
        name,
        ...line(tested.filter(({ row }) => words.test(row.shadow.text))),
      ]),
    ),
    '## What it gets right and wrong',
    'Sentences that it was not trained with, though some are like some of ours, and their scores.',
    kindsTable(classifier),
    LIMITS,
  ].join('\n\n')}\n`;
}

interface Judged {
  readonly row: Row;
  readonly scores: Readonly<Record<string, number>>;
}

const judgedBy = (classifier: Classifier, rows: readonly Row[]): readonly Judged[] =>
  rows.map((row) => ({ row, scores: classifier.score(row.shadow, null) }));

function scoredFor(judged: readonly Judged[], at: number): readonly Scored[] {
  const attribute = ATTRIBUTES[at] ?? '';
  return judged.flatMap(({ row, scores }) => {
    const label = row.labels[at] ?? -1;
    return label < 0 ? [] : [{ score: scores[attribute] ?? 0, positive: label === 1 }];
  });
}

/** Any attribute holds a comment, whatever it is labelled for. */
const isHeld = ({ scores }: Judged): boolean =>
  Object.entries(HOLD_AT).some(([attribute, at]) => (scores[attribute] ?? 0) >= at);

function line(judged: readonly Judged[]): readonly string[] {
  const scored = scoredFor(judged, 0);
  const flagged = judged.map((each) => ({
    flagged: isHeld(each),
    positive: each.row.labels[0] === 1,
  }));
  return [
    String(judged.length),
    String(scored.filter(({ positive }) => positive).length),
    intervalText(bootstrap(scored, areaUnderRoc)),
    intervalText(bootstrap(scored, averagePrecision)),
    intervalText(bootstrap(flagged, (rows) => hitsOf(rows).recall)),
    intervalText(bootstrap(flagged, (rows) => hitsOf(rows).clean_flagged)),
  ];
}

function attributeTable(judged: readonly Judged[]): string {
  const lines = ATTRIBUTES.map((attribute, at) => {
    const scored = scoredFor(judged, at);
    const order = [
      attribute,
      String(scored.filter(({ positive }) => positive).length),
      intervalText(bootstrap(scored, areaUnderRoc)),
      intervalText(bootstrap(scored, averagePrecision)),
    ];
    const holdAt = HOLD_AT[attribute];
    if (holdAt === undefined) return [...order, 'never', '–', '–'];
    const flagged = scored.map(({ score, positive }) => ({ flagged: score >= holdAt, positive }));
    return [
      ...order,
      String(holdAt),
      intervalText(bootstrap(flagged, (rows) => hitsOf(rows).precision)),
      intervalText(bootstrap(flagged, (rows) => hitsOf(rows).recall)),
    ];
  });
  const head = ['', 'positive', 'ROC-AUC', 'average precision', 'held from', 'precision', 'recall'];
  return table(head, lines);
}

function kindsTable(classifier: Classifier): string {
  const lines = KINDS.map(([kind, text]) => {
    const { toxicity = 0, insult = 0, identity_attack: identity = 0 } = classifier.score(
      normalize(text),
      null,
    );
    return [kind, text, ...[toxicity, insult, identity].map((score) => score.toFixed(2))];
  });
  return table(['kind', 'text', 'toxicity', 'insult', 'identity attack'], lines);
}
