import { CLAUSE_START, type Phrase, phrase } from '../phrases.js';

const WEAPON = '(?:gun|guns|shotgun|rifle|pistol|knife|machete|baseball bat|bat|crowbar|axe|glock|hammer|brick)';
const KIN = String.raw`(?:family|families|kids|children|wife|husband|mother|mom|mum|father|parents|son|daughter|brother|sister|dog)`;
const URGING = String.raw`(?:${CLAUSE_START}(?:just |please |let's |go |time to )?|\b(?:somebody|someone|anybody|let's|lets|please|should|must|time to) (?:please |just )?)`;

/**
 * Menaces that name no deed, or no victim, and calls upon others: each may be a manner of speaking,
 * so a person reads them.
 */
export const MENACES: readonly Phrase[] = [
  phrase('sleep with one eye open', 'eye', String.raw`\bsleep with (?:one|an|1) eye open\b`),
  phrase('we know when you leave', 'know', String.raw`\b(?:i|we) (?:already |do |now |all )?know (?:exactly )?(?:where|when|what time|which (?:school|car|bus|street|house|door|gym|train)) (?:you|u|your ${KIN}) (?:[a-z]{1,12}ly )?(?:walk|walks|take|takes|park|parks|go|goes|leave|leaves|eat|eats|train|trains|sleep|sleeps|catch|catches|shop|shops|drink|drinks|jog|jogs)\b`),
  phrase('when I find you', 'when till until once if', String.raw`\b(?:when|wait till|wait until|till|until|once) (?:i|we) (?:find|get hold of|catch|get my hands on|smash|break|kick|bash|punch|see) (?:where you live|your house|you|your (?:[a-z]{1,12} )?(?:teeth|face|head|skull|jaw|nose|legs|ribs|door))\b(?=[^.!?\n]{0,60}\b(?:teeth|face|skull|in|regret|sorry|straw|hospital|blood|beg|cry|pay|dead|run|laughing)\b|\s{0,3}(?:$|[.!\n]))`),
  phrase('eating through a straw', 'straw', String.raw`\b(?:eat|eating|drink|drinking|fed) (?:your meals |food )?through a (?:straw|tube)\b`),
  phrase('will not leave alive', 'leave walk', String.raw`\b(?:won't|will not|wont|never) (?:leave|walk|get out|walk out|come out|make it)(?: [a-z]{1,8}){0,4} (?:alive|on (?:his|her|their|your) own (?:two )?(?:feet|legs))\b`),
  phrase('kill them all', 'kill shoot hang exterminate gas lynch behead burn', URGING, String.raw`(?:kill|shoot|hang|exterminate|gas|lynch|behead|burn) (?:them|'em|em|him|her|those [a-z]{1,14}|these [a-z]{1,14}|every one of them|all of them)(?: all)?(?=\s{0,3}(?:$|[.!\n,]| (?:before|now|already|all|and|like)\b))`),
  phrase('get the rope', 'hang string rope ropes noose nooses guillotine guillotines lamppost lampposts gallows pitchforks', String.raw`\b(?:get|bring|bringing|fetch|buy|need|grab|sharpen|time for|someone bring|build) (?:out )?(?:the|some|a|your|those|more) (?:rope|ropes|noose|nooses|guillotines?|gallows|pitchforks)\b|\b(?:string|hang) (?:them|him|her|'em) (?:all )?(?:up )?from (?:the |a )?(?:nearest )?(?:lamp\s?posts?|trees?|bridges?)\b`),
  phrase('bomb that mosque', 'bomb burn torch nuke shoot firebomb blow', URGING, String.raw`(?:bomb|burn down|burn|torch|nuke|shoot up|firebomb|blow up) (?:that|this|the|their|your|every|all the|all) (?:[a-z]{1,12} )?(?:mosques?|church(?:es)?|synagogues?|temples?|schools?|offices?|parliament|newsroom|newspaper|embassy|building|place|house|city|village|camp|centre|center)\b`),
  phrase('a visit with a bat', WEAPON.slice(3, -1).replaceAll('baseball bat|', '').replaceAll('|', ' '), String.raw`\b(?:visit|waiting|come|coming|meet|welcome|greet|talk|discuss|see)\b[^.!?\n]{0,50}\bwith (?:a|my|the) (?:loaded )?${WEAPON}\b`),
  phrase('I have a gun', WEAPON.slice(3, -1).replaceAll('baseball bat|', '').replaceAll('|', ' '), String.raw`\b(?:i|we)(?:'ve| have|'ve got| have got| got| own) (?:a|my|two|three|several)?\s?(?:loaded )?${WEAPON}\b[^!?\n]{0,60}\b(?:know how to use|waiting for you|with your name|come to my|come over|try me|your door|my door)\b`),
  phrase('a bullet with your name', 'bullet bullets', String.raw`\bbullets? (?:with|has|have|that has) (?:your|his|her|their) names?\b|\b(?:needs?|deserves?|wants?|gets?) a bullet\b(?! (?:point|train|journal|list))`),
  phrase('would be a shame', 'shame pity accident', String.raw`\byour (?:${KIN}|house|car|shop|home)\b[^!\n]{0,60}\b(?:(?:would|it'd) be (?:such )?a (?:shame|pity)|accidents happen|might have an accident)\b`),
];
