import type { Scored } from '../../operations/score-text.js';
import type { ScoreName, TextScores } from '../../operations/scoring/scores.js';
import { isObject } from '../json.js';
import { ATTRIBUTES } from './attributes.js';
import { AnalyzerError } from './errors.js';
import { entriesOf, invalid, objectOf, textRequest, type TextRequest } from './request.js';

/** An attribute that is asked for. */
interface Asked {
  readonly name: string;
  /** Null for one that nothing here measures. */
  readonly answeredBy: ScoreName | null;
  readonly threshold: number;
}

export interface AnalyzeRequest extends TextRequest {
  readonly asked: readonly Asked[];
  readonly dropUnsupportedAttributes: boolean;
  readonly spanAnnotations: boolean;
}

const SCORE_TYPES = ['STD_DEV_SCORE', 'PERCENTILE', 'RAW'];

/**
 * Reads the body of `comments:analyze`. A member that is not known is passed over.
 *
 * @throws AnalyzerError in Perspective's words.
 */
export function analyzeRequest(value: unknown): AnalyzeRequest {
  const body = objectOf(value);
  const drops = body['dropUnsupportedAttributes'] === true;
  return {
    ...textRequest(body),
    asked: askedOf(body['requestedAttributes'], drops),
    dropUnsupportedAttributes: drops,
    spanAnnotations: body['spanAnnotations'] === true,
  };
}

function askedOf(value: unknown, drops: boolean): readonly Asked[] {
  const entries = entriesOf(value) ?? [];
  if (entries.length === 0) {
    throw new AnalyzerError('NO_REQUESTED_ATTRIBUTES', 'Missing requested_attributes');
  }
  return entries.flatMap(([name, settings]) => {
    const answeredBy = ATTRIBUTES.get(name);
    if (answeredBy === undefined && drops) return [];
    if (answeredBy === undefined) throw invalid(`Unknown requested attribute: ${name.slice(0, 100)}`);
    return [{ name, answeredBy, threshold: thresholdOf(name, settings) }];
  });
}

function thresholdOf(name: string, settings: unknown): number {
  const { scoreType = 'PROBABILITY', scoreThreshold = 0 } = isObject(settings) ? settings : {};
  if (SCORE_TYPES.some((type) => type === scoreType)) {
    throw invalid(`Requested score type ${String(scoreType)} is not supported by attribute ${name}`);
  }
  if (scoreType !== 'PROBABILITY' && scoreType !== 'SCORE_TYPE_UNSPECIFIED') {
    throw invalid(`Unknown score type for attribute ${name}`);
  }
  if (typeof scoreThreshold === 'number' && scoreThreshold >= 0 && scoreThreshold <= 1) {
    return scoreThreshold;
  }
  throw invalid(`scoreThreshold of attribute ${name} must be a number from 0 to 1.`);
}

interface Score {
  readonly value: number;
  readonly type: 'PROBABILITY';
}

export interface AttributeScore {
  readonly spanScores: readonly {
    readonly begin: number;
    readonly end: number;
    readonly score: Score;
  }[];
  readonly summaryScore: Score;
}

export interface AnalyzeAnswer {
  /** Absent where every score is below its threshold. */
  readonly attributeScores?: Readonly<Record<string, AttributeScore>>;
  readonly languages?: readonly string[];
  readonly detectedLanguages?: readonly string[];
  readonly clientToken?: string;
}

/**
 * The answer of `comments:analyze`. The offsets are UTF-16 code units, as ours are.
 *
 * @throws AnalyzerError for an attribute without a score, unless such are to be dropped.
 */
export function analyzeAnswer(request: AnalyzeRequest, scored: Scored): AnalyzeAnswer {
  const scores = new Map<string, AttributeScore>();
  for (const asked of request.asked) {
    const score = scoreOf(asked, { request, scored });
    const value = score?.summaryScore.value ?? -1;
    if (score !== null && value >= asked.threshold) scores.set(asked.name, score);
  }
  return {
    ...(scores.size > 0 && { attributeScores: Object.fromEntries(scores) }),
    ...languagesOf(request, scored),
  };
}

interface Answered {
  readonly request: AnalyzeRequest;
  readonly scored: Scored;
}

function scoreOf({ name, answeredBy }: Asked, said: Answered): AttributeScore | null {
  const { request, scored } = said;
  const value = answeredBy === null ? undefined : scored.scores[answeredBy];
  if (answeredBy === null || value === undefined) {
    if (request.dropUnsupportedAttributes) return null;
    throw unsupported(name, said);
  }
  const score = (scores: TextScores): Score => ({
    value: scores[answeredBy] ?? 0,
    type: 'PROBABILITY',
  });
  const whole = { start: 0, end: request.text.length, scores: scored.scores };
  const spans = scored.sentences.length > 0 ? scored.sentences : [whole];
  return {
    spanScores: spans.map(({ start, end, scores }) => ({
      begin: start,
      end,
      score: score(scores),
    })),
    summaryScore: { value, type: 'PROBABILITY' },
  };
}

function unsupported(attribute: string, { request, scored }: Answered): AnalyzerError {
  const requested = request.languages.length > 0;
  const languages = requested ? request.languages : [scored.language ?? 'und'];
  const says = requested ? 'request languages' : 'detected languages';
  return new AnalyzerError(
    'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
    `Attribute ${attribute} does not support ${says}: ${languages.join(',')}`,
    {
      languageNotSupportedByAttributeError: {
        [requested ? 'requestedLanguages' : 'detectedLanguages']: languages,
        attribute,
      },
    },
  );
}

/** Lists that would be empty are left out, as Google's JSON has it. */
function languagesOf(
  { languages, clientToken }: TextRequest,
  { language }: Pick<Scored, 'language'>,
): Omit<AnalyzeAnswer, 'attributeScores'> {
  const detected = language === null ? [] : [language];
  const known = languages.length > 0 ? languages : detected;
  return {
    ...(known.length > 0 && { languages: known }),
    ...(detected.length > 0 && { detectedLanguages: detected }),
    ...(clientToken !== null && { clientToken }),
  };
}
