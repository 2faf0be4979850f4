import { Type } from '@sinclair/typebox';

import { INSULTS_LOOKED_AT_MAX } from '../../limits.js';
import type { ReadText } from '../read-text.js';
import { isAimed } from '../attack/aimed.js';
import type { Hit } from '../hits.js';
import type { Lexicon } from '../lexicon.js';
import type { Rule } from '../rule.js';
import { SPEECH } from '../speech.js';
import { toldApart } from '../told-apart.js';

const settings = Type.Object({});

export const personalAttack: Rule<typeof settings> = {
  id: 'personal_attack',
  standard: 'personal_attack',
  reasons: ['attack.insult', 'attack.dismissal'],
  description: 'Finds insults that are aimed at a person: another reader, the author, anyone named.',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: (_, { lexicon }) => ({ body, shadow }) => [
    ...toldApart('attack.insult', body, aimedInsults(lexicon, shadow)),
    ...toldApart('attack.dismissal', body, SPEECH.hits(shadow, 'dismissal')),
  ],
};

function aimedInsults(lexicon: Lexicon, shadow: ReadText): readonly Hit[] {
  const insults = lexicon.insults(shadow);
  if (insults.length === 0) return insults;
  return insults.filter((hit, index) => index >= INSULTS_LOOKED_AT_MAX || isAimed(shadow, hit));
}
