import {
  REQUESTS_PER_ADDRESS_DEFAULT,
  REQUESTS_PER_KEY_DEFAULT,
  WRONG_KEYS_PER_ADDRESS_DEFAULT,
} from '../../limits/admission.js';
import type { Rates } from './rate-limits.js';

/** Who is listened to, and to how much of it. */
export interface Clients {
  readonly rates: Rates;
  /** Addresses and ranges of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
}

export const CLIENTS_DEFAULT: Clients = {
  rates: {
    perKey: REQUESTS_PER_KEY_DEFAULT,
    perAddress: REQUESTS_PER_ADDRESS_DEFAULT,
    wrongKeysPerAddress: WRONG_KEYS_PER_ADDRESS_DEFAULT,
  },
  trustedProxies: [],
};
