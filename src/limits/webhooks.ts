/** Of webhooks and their deliveries. Each with the reason for its value, as in limits.ts. */

/** Endpoints of a site: each gets every event, so ten of them are ten requests for one act. */
export const WEBHOOKS_PER_SITE_MAX = 10;
export const WEBHOOK_DESCRIPTION_LENGTH_MAX = 200;
/** How long a receiver has, from the look-up of its name to its status. */
export const WEBHOOK_TIMEOUT_MILLISECONDS = 15_000;
/** How long a name server has for a first answer; it is asked twice. */
export const WEBHOOK_DNS_MILLISECONDS = 2_000;
/** Of an answer: it is read so that the connection ends in peace, and never looked at. */
export const WEBHOOK_ANSWER_BYTES_MAX = 65_536;
/** After so long an attempt counts as lost with its process: four times its timeout. */
export const WEBHOOK_LEASE_SECONDS = 60;
/** Requests at once to one endpoint: as much as a small receiver stands. */
export const WEBHOOK_REQUESTS_PER_ENDPOINT_MAX = 5;
/** To one whose last attempt failed: enough to see that it is back. */
export const WEBHOOK_REQUESTS_WHILE_FAILING_MAX = 1;
/** Requests at once to all of them: sockets, and 20 endpoints at their most. */
export const WEBHOOK_REQUESTS_MAX = 100;
/** Entries of the record that are planned in one transaction: some milliseconds. */
export const WEBHOOK_PLAN_BATCH = 200;
/** Of those, how many for one endpoint before the others have their turn. */
export const WEBHOOK_PLAN_BATCHES_MAX = 10;
/** Endpoints of all sites that are read at once. */
export const WEBHOOKS_PAGE = 200;
/** How often is looked for what is due; the shortest wait before another attempt is 5 s. */
export const WEBHOOK_POLL_MILLISECONDS = 1_000;
/** What follows an act within this time is planned together with it. */
export const WEBHOOK_GATHER_MILLISECONDS = 50;
/** How long an old secret signs beside the new one: a day to bring the new one to receivers. */
export const WEBHOOK_OLD_SECRET_SECONDS = 24 * 3_600;
/** An endpoint at which nothing arrived for so long is disabled: all attempts take less. */
export const WEBHOOK_FAILING_SECONDS_MAX = 5 * 24 * 3_600;
/** How long deliveries are kept after they ended: long enough to ask what was sent last month. */
export const WEBHOOK_DELIVERIES_KEPT_SECONDS = 30 * 24 * 3_600;
/** Deliveries that are removed, or replayed, in one transaction. */
export const WEBHOOK_DELIVERIES_STEP = 500;
/** How often is looked for deliveries that need not be kept. */
export const WEBHOOK_SWEEP_SECONDS = 60;
/** Of a delivery, the latest: one that was replayed nine times has a hundred. */
export const WEBHOOK_ATTEMPTS_SHOWN_MAX = 100;
/** Failed deliveries replayed by one request; the answer says whether there are more. */
export const WEBHOOK_REPLAYS_MAX = 5_000;
/** Names and ranges in GATEPOST_WEBHOOK_ALLOW_PRIVATE. */
export const WEBHOOK_ALLOWED_MAX = 50;
