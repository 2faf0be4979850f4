import { describe, expect, it } from 'vitest';

import { coveredBy, findingsOf } from '../judging.js';

/** By the rule: what it finds and where, and what stands near it and is none of its business. */
describe('A word is found by the rule of its grade', () => {
  it.each([
    ['strong_profanity', 'That is bullshit.', 'bullshit'],
    ['strong_profanity', 'You wanker.', 'wanker'],
    ['mild_profanity', 'What a load of crap.', 'crap'],
    ['mild_profanity', 'Oh, hell no.', 'hell'],
    ['possible_profanity', 'You cock.', 'cock'],
    ['possible_profanity', 'He is a prick.', 'prick'],
    ['slur', 'A kike runs it.', 'kike'],
    ['slur', 'Typical faggots.', 'faggots'],
    ['possible_slur', 'What a retard.', 'retard'],
    ['slur', 'Some gook did it.', 'gook'],
    ['possible_profanity', 'Show me your tits.', 'tits'],
    ['sexual_language', 'A blowjob would help.', 'blowjob'],
  ])('%s in "%s"', (rule, body, covered) => {
    expect(coveredBy(rule, body)).toEqual([covered]);
  });

  it.each([
    ['strong_profanity', 'Shitake, Scunthorpe and the Wankel engine.'],
    ['strong_profanity', 'A damn shame.'],
    ['mild_profanity', 'Hello from Dammam, where scrap is sold.'],
    ['mild_profanity', 'A shell on the dam.'],
    ['possible_profanity', 'The cockpit of the peacock, pricked by a thorn.'],
    ['possible_profanity', 'Alfred Hitchcock met Dick Van Dyke.'],
    ['slur', 'The Kikwit river, and a maggot in the kayak.'],
    ['slur', 'Niger and Nigeria are neighbours.'],
    ['possible_slur', 'Fire retardant and gobs of paint.'],
    ['possible_slur', 'A chink in the armour.'],
    ['sexual_language', 'She was treated for cancer of the breast and of the cervix.'],
    ['sexual_language', 'Sex education is taught in biology: penis, vagina, condom.'],
    ['sexual_language', 'A blue tit sat in Essex, and great tits were there.'],
  ])('and not by %s in "%s"', (rule, body) => {
    expect(findingsOf(rule, { body })).toEqual([]);
  });
});
