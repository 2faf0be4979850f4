import { Type } from '@sinclair/typebox';

import { STATISTIC_GROUPS } from '../../operations/measuring/groups.js';
import { time } from './fields.js';
import { MeasuredRule } from './policy-record.js';
import { nullable, oneOf } from './reference.js';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const closed = { additionalProperties: false } as const;

const sums = (overturned: string) => ({
  approved: count('Approved.'),
  held: count('Held for a person.'),
  rejected: count('Rejected.'),
  overturned: count(overturned),
});

const duration = {
  count: count('How many it is measured over.'),
  p50_seconds: nullable(Type.Integer({ minimum: 0 }), 'The median, within 1 %; null for none.'),
  p95_seconds: nullable(Type.Integer({ minimum: 0 }), 'As long as 95 of 100 took at most.'),
};

const counts = {
  submitted: count('Comments that came in.'),
  engine: Type.Object(sums('Turned round by a person, when that happened.'), {
    ...closed,
    description: 'Texts that the engine judged; an edited comment has two.',
  }),
  people: Type.Object(sums('Turned round by another moderator, when that happened.'), {
    ...closed,
    description: 'What moderators decided.',
  }),
  deleted: count('Withdrawn by their authors.'),
  reported: count('Complaints of readers.'),
  appeals: Type.Object(
    {
      filed: count('Challenges of authors that came in.'),
      upheld: count('Answered: the decision stays.'),
      overturned: count('Answered: the decision does not stay.'),
    },
    {
      ...closed,
      description: 'Each by when it happened. Of moderators, what they answered.',
    },
  ),
  time_to_decision: Type.Object(duration, {
    ...closed,
    description:
      'From when the engine had a text wait for a person to the person’s decision, by when it was ' +
      'decided.',
  }),
};

export const StatisticsSchema = Type.Object(
  {
    from: time('The beginning of the period.'),
    to: time('Its end, exclusive.'),
    group: oneOf(STATISTIC_GROUPS),
    timezone: Type.String(),
    total: Type.Object(counts, { ...closed, description: 'Everything within the period.' }),
    queue: Type.Object(
      {
        ...duration,
        oldest_seconds: nullable(Type.Integer({ minimum: 0 }), 'Null where nothing waits.'),
        ages: Type.Array(
          Type.Object(
            {
              below_seconds: nullable(
                Type.Integer({ minimum: 1 }),
                'What is in the step has waited less, and no less than the step before says; null ' +
                  'for the last, which has no end.',
              ),
              count: count('Comments.'),
            },
            closed,
          ),
          { description: 'How many have waited how long, from the shortest; together `count`.' },
        ),
      },
      { ...closed, description: 'What waits for a person now, by how long it has waited.' },
    ),
    data: Type.Array(
      Type.Object(
        {
          key: nullable(
            Type.String(),
            'A date, our id of a thread, a section, a standard, a key’s id; null for no section.',
          ),
          name: nullable(Type.String(), 'The title of a thread, the name of a moderator.'),
          ...counts,
        },
        closed,
      ),
      {
        description:
          'Days in their order; else the groups where most happened, most first. A comment with ' +
          'findings of two standards counts under both. Empty for the group `rule`.',
      },
    ),
    group_count: count('How many groups there are; `data` has the first `limit` of them.'),
    rules: nullable(
      Type.Array(MeasuredRule),
      'For the group `rule`: as GET /v1/policy/rules has it; else null.',
    ),
  },
  { $id: 'Statistics', additionalProperties: false },
);
