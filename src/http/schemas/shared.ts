import type { TSchema } from '@sinclair/typebox';

import { DecideSchema, UndoSchema } from '../routes/decisions.js';
import * as appeal from './appeal.js';
import * as audit from './audit.js';
import * as author from './author.js';
import * as block from './block.js';
import * as bulkDecision from './bulk-decision.js';
import * as claim from './claim.js';
import * as comment from './comment.js';
import * as key from './key.js';
import * as policyRecord from './policy-record.js';
import * as model from './model.js';
import * as note from './note.js';
import * as policy from './policy.js';
import * as notice from './notice.js';
import * as draft from './draft.js';
import { ExplanationSchema, PreviewSchema } from './preview.js';
import * as privacy from './privacy.js';
import { ProblemSchema } from './problem.js';
import * as queue from './queue.js';
import * as replay from './replay.js';
import * as report from './report.js';
import * as score from './score.js';
import * as session from './session.js';
import * as siteModel from './site-model.js';
import * as statement from './statement.js';
import * as statistics from './statistics.js';
import * as submission from './submission.js';
import * as thread from './thread.js';
import * as transparency from './transparency.js';
import * as transparencyReport from './transparency-report.js';
import * as verdict from './verdict.js';
import * as warning from './warning.js';
import * as webhook from './webhook.js';

/** Every schema with a name of its own, for whoever resolves references to them. */
export const SHARED_SCHEMAS: readonly TSchema[] = byName([
  ...[
    appeal,
    audit,
    author,
    block,
    bulkDecision,
    claim,
    comment,
    draft,
    key,
    model,
    notice,
    note,
    policy,
    policyRecord,
    queue,
    privacy,
    replay,
    report,
    score,
    session,
    siteModel,
    statement,
    statistics,
    submission,
    thread,
    transparency,
    transparencyReport,
    verdict,
    warning,
    webhook,
  ].flatMap((file) => Object.values(file).filter(isNamed)),
  DecideSchema,
  ExplanationSchema,
  PreviewSchema,
  ProblemSchema,
  UndoSchema,
]);

/** The order of a module's exports is the loader's affair; the OpenAPI file has one of its own. */
function byName(schemas: readonly TSchema[]): readonly TSchema[] {
  return schemas.toSorted((a, b) => ((a.$id ?? '') < (b.$id ?? '') ? -1 : 1));
}

function isNamed(value: unknown): value is TSchema {
  return typeof value === 'object' && value !== null && '$id' in value;
}
