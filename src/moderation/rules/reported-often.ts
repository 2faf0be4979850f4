import { Type } from '@sinclair/typebox';

import { REPORTS_OF_AUTHOR_MAX } from '../../limits.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_reporters: Type.Integer({
    minimum: 2,
    maximum: REPORTS_OF_AUTHOR_MAX,
    default: 4,
    description:
      'How many different readers must have reported the author, so that an angry one, or two with ' +
      'a grudge, can silence nobody.',
  }),
  min_comments: Type.Integer({
    minimum: 1,
    maximum: REPORTS_OF_AUTHOR_MAX,
    default: 3,
    description:
      'How many of the author’s comments must have been reported: a whole crowd can fall upon one.',
  }),
});

export const reportedOften: Rule<typeof settings> = {
  id: 'reported_often',
  standard: 'conduct',
  reasons: ['conduct.reported_often'],
  description:
    'Holds the comments of authors of whom many readers have complained in the last half year. ' +
    'Complaints about comments that a person then approved do not count.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_reporters, min_comments }) => ({ history: { reports } }) =>
    reports.reporters >= min_reporters && reports.comments >= min_comments
      ? [{ kind: 'match', reason: 'conduct.reported_often' }]
      : CLEAR,
  gauges: ({ min_reporters, min_comments }, { history: { reports } }) => [
    { setting: 'min_reporters', value: reports.reporters, limit: min_reporters },
    { setting: 'min_comments', value: reports.comments, limit: min_comments },
  ],
};
