/**
 * How much is taken on, and how much of it from one client. Those that a publisher can set are
 * defaults, with the reason for each; the rest are what one instance can carry.
 */

/** The window of every rate: what a person who reads a dashboard thinks in. */
export const RATE_WINDOW_SECONDS = 60;
/** Of one key: 1,000 a second, some ten times what the busiest newspapers get in comments. */
export const REQUESTS_PER_KEY_DEFAULT = 60_000;
/** Of one address without a key: documentation and mistakes, ten a second. */
export const REQUESTS_PER_ADDRESS_DEFAULT = 600;
/** Of one address, keys that are wrong: a person who pastes the old one does it a few times. */
export const WRONG_KEYS_PER_ADDRESS_DEFAULT = 30;
/** More than one instance could answer in a minute. */
export const RATE_MAX = 10_000_000;
/** Clients that are remembered for each rate, until they could send all of it again: some 3 MB. */
export const RATE_CLIENTS_MAX = 20_000;
/** Once they are as many, how often it is looked which could be forgotten: it takes some 2 ms. */
export const RATE_CLIENTS_SWEPT_MILLISECONDS = 250;
/** Keys that were right, each with the address that it came from: a publisher has some ten. */
export const KEYS_SEEN_MAX = 10_000;
/** Of an IPv6 address what names a network: its holder has all addresses within. */
export const IPV6_NETWORK_BITS = 64;
/** Ranges of proxies that are believed: a content delivery network lists some thirty. */
export const TRUSTED_PROXIES_MAX = 200;
/** Requests worked on at once: two groups of transactions, one on its way to the disk. */
export const REQUESTS_AT_WORK_MAX = 256;
/** Requests that wait for one of those places: about half a second of work; more are refused. */
export const REQUESTS_WAITING_MAX = 1_024;
/** How long one waits for its place: a reader who sees nothing for longer has sent it again. */
export const REQUEST_WAIT_MILLISECONDS_MAX = 2_000;
