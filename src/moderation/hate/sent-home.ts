import { CLAUSE_START, type Phrase, phrase } from '../phrases.js';

const LAND = String.raw`(?:(?:your|their) (?:own )?(?:country|countries|homeland|desert|jungle|cave)|africa|asia|mexico|china|india|pakistan|turkey|syria|iran|iraq|afghanistan|armenia|azerbaijan|poland|romania|albania|russia|israel|nigeria|somalia|morocco|the (?:jungle|middle east|desert|ghetto|third world))`;

/** Telling people to leave who are not named: whoever they are, it is for where they come from. */
export const SENT_HOME: readonly Phrase[] = [
  phrase('told to go home', 'back', CLAUSE_START, String.raw`(?:now |just |please |then )?(?:go|get) (?:the (?:fuck|hell) )?(?:back|home) (?:home )?to `, LAND, String.raw`\b`),
  phrase('told to go home', 'back', String.raw`\b(?:should|must|ought to|can|need to|have to|better) (?:all )?(?:just )?go back to (?:your|their) (?:own )?(?:country|countries|homeland)\b`),
  phrase('told to go home', 'back', String.raw`\b(?:send|ship|kick) (?:them|all of them) (?:all )?back (?:home|to (?:where they came from|`, LAND, String.raw`))\b`),
];
