import { wordpressKeys } from '../publisher/wordpress-keys.js';

export const moderationKeys = wordpressKeys({
  id: 'moderation_keys',
  reason: 'off_limits.moderation_key',
  description: "Finds the keys of WordPress's list of comments to moderate, pasted as it is.",
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
});
