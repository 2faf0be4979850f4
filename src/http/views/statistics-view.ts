import type { Static } from '@sinclair/typebox';

import type { Statistics } from '../../operations/get-statistics.js';
import type { StatisticsSchema } from '../schemas/statistics.js';

export function statisticsView({
  data,
  queue,
  rules,
  ...rest
}: Statistics): Static<typeof StatisticsSchema> {
  return {
    ...rest,
    queue: { ...queue, ages: [...queue.ages] },
    data: [...data],
    rules: rules === null ? null : [...rules],
  };
}
