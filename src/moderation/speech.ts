import { DISMISSALS } from './attack/dismissal.js';
import { GROUP_NAMED } from './hate/group-named.js';
import { OTHER_LANGUAGES } from './hate/other-languages.js';
import { SENT_HOME } from './hate/sent-home.js';
import { compileBook } from './phrases.js';
import { ADVERTISING } from './spam/advertising.js';
import { MENACES } from './threat/menaces.js';
import { DOUBTFUL, SELF_HARM, VIOLENCE } from './threat/patterns.js';
import { DOUBTFUL_WISHES, WISHES } from './threat/wishes.js';

/** The turns of speech that rules look for, read together because most texts hold none. */
export const SPEECH = compileBook({
  dismissal: DISMISSALS,
  advertising: ADVERTISING,
  group_named: GROUP_NAMED,
  group_attack: [...SENT_HOME, ...OTHER_LANGUAGES],
  violence: VIOLENCE,
  self_harm: [...SELF_HARM, ...WISHES],
  doubtful_threat: [...DOUBTFUL, ...MENACES, ...DOUBTFUL_WISHES],
});
