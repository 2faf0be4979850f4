import { DISMISSALS } from './attack/dismissal.js';
import { GROUP_ATTACKS } from './attack/groups.js';
import { compileBook } from './phrases.js';
import { ADVERTISING } from './spam/advertising.js';
import { MENACES } from './threat/menaces.js';
import { DOUBTFUL, SELF_HARM, VIOLENCE } from './threat/patterns.js';
import { DOUBTFUL_WISHES, WISHES } from './threat/wishes.js';

/** The turns of speech that rules look for, read together because most texts hold none. */
export const SPEECH = compileBook({
  dismissal: DISMISSALS,
  advertising: ADVERTISING,
  group_attack: GROUP_ATTACKS,
  violence: VIOLENCE,
  self_harm: [...SELF_HARM, ...WISHES],
  doubtful_threat: [...DOUBTFUL, ...MENACES, ...DOUBTFUL_WISHES],
});
