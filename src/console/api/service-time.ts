import type { Middleware } from 'openapi-fetch';

/** By how much the service's clock is ahead of this browser's, in milliseconds. */
let ahead = 0;

/**
 * The service's time. Clocks of browsers are wrong by hours, and whatever is compared with a time
 * that the service told is compared with this one.
 */
export function serviceNow(): number {
  return Date.now() + ahead;
}

/**
 * Learns the service's time from each of its answers: a clock may be put right while the page is
 * open. `Date` has whole seconds and the answer was under way, so that this runs late by about one.
 */
export const keepTime: Middleware = {
  onResponse: ({ response }) => {
    const told = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(told)) ahead = told - Date.now();
  },
};
