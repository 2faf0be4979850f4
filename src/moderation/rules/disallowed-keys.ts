import { wordpressKeys } from '../publisher/wordpress-keys.js';

export const disallowedKeys = wordpressKeys({
  id: 'disallowed_keys',
  reason: 'off_limits.disallowed_key',
  description: "Finds the keys of WordPress's list of disallowed comments, pasted as it is.",
  defaults: { enabled: true, action: 'reject', on_unknown: 'hold' },
});
