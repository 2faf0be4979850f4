import { describe, expect, it } from 'vitest';

import { coveredBy, findingsOf, judged } from '../judging.js';

describe('Hate aimed at a group is not approved:', () => {
  it.each([
    ['a strong feeling', 'I hate trans people.', 'hate trans people'],
    ['a strong feeling', "I can't stand Muslims", "can't stand Muslims"],
    ['a long row of names', 'I hate gay, black and disabled people', 'hate gay, black and disabled people'],
    ['a mean attribute', 'Women are all so stupid', 'Women are all so stupid'],
    ['a mean attribute', 'The disabled are a burden on us', 'disabled are a burden'],
    ['naming that insults', 'This country is full of filthy immigrants', 'filthy immigrants'],
    ['naming that insults', 'Muslim scum', 'Muslim scum'],
    ['exclusion', 'People from Africa have no place here', 'People from Africa have no place'],
    ['exclusion', 'Go back to your country!', 'Go back to your country'],
    ['a wish', 'I hope all Armenians die', 'hope all Armenians die'],
    ['a member of it', 'No Jew deserves to live', 'No Jew deserves'],
    ['a certain one', 'you filthy Jew', 'you filthy Jew'],
    ['belonging to it', 'Being gay is a disease', 'gay is a disease'],
    ['belonging to it', 'It is not normal to be gay', 'not normal to be gay'],
    ['belonging to it', 'Homosexuality is a sin', 'Homosexuality is a sin'],
    ['a denial of worth', 'A person with autism is not capable of love', 'person with autism is not capable of'],
    ['a clause that follows', 'I met Turks, and I hate them', 'hate them'],
    ['a sentence that follows', 'Look, refugees. Those people are scum.', 'Those people are scum'],
    ['one of them that follows', 'If I see a Muslim I will punch him', 'Muslim I will punch him'],
    ['a question', 'Why are Asians so dumb?', 'are Asians so dumb'],
    ['a question', "Don't you think gays are disgusting?", 'gays are disgusting'],
    ['an opinion', 'I honestly think Hindus are inferior', 'Hindus are inferior'],
    ['a sign for a word', 'women = trash', 'women = trash'],
    ['letters changed over', 'I hate Mulsims', 'hate Mulsims'],
    ['letters left out', 'Imigrants are criminals', 'Imigrants are criminals'],
    ['no spaces', 'Ihatewomen', 'Ihatewomen'],
    ['no spaces', 'ihate women', 'ihate women'],
    ['spaces', 'I h a t e women', 'I h a t e women'],
    ['another language', 'Alle Ausländer raus', 'Alle Ausländer raus'],
    ['another language', 'Les musulmans sont des rats', 'Les musulmans sont des rats'],
    ['another language', 'Ermenilere ölüm', 'Ermenilere ölüm'],
  ])('%s, as in "%s"', (_, body, covered) => {
    expect(coveredBy('group_attack', body)).toContain(covered);
    expect(judged({ body }).action).toBe('hold');
  });
});

describe('What cannot be meant otherwise is rejected:', () => {
  it.each([
    ['Jews are vermin.', 'Jews are vermin'],
    ['These immigrants are not even human', 'immigrants are not even human'],
    ['All Muslims should be shot.', 'Muslims should be shot'],
    ['We must exterminate the Armenians', 'exterminate the Armenians'],
    ['Every gay man should be hanged', 'Every gay man should be hanged'],
    ['Death to all Azeris!', 'Death to all Azeris'],
  ])('"%s"', (body, covered) => {
    expect(judged({ body }).action).toBe('reject');
    expect(findingsOf('dehumanising', { body })).toMatchObject([
      { reason: 'hate.dehumanising', action: 'reject', field: 'body' },
    ]);
    expect(covered).toContain(coveredBy('dehumanising', body)[0]);
  });

  it.each([
    ['it is asked', 'Are Jews vermin? Jews are vermin?'],
    ['it is misspelt', 'Mulsims are vermin'],
    ['a pronoun names the group', 'Look at the Muslims. They are vermin.'],
    ['it is said of one of them', 'Kill a woman'],
    ['it stands in quotation marks alone', '"Jews are vermin"'],
    ['it is quoted with approval', 'He said "Jews are vermin" and he was right.'],
    ['the writer quotes himself', 'As I always say, "Jews are vermin"'],
    ['a quotation goes on', '"Look around you. Jews are vermin. Ha."'],
  ])('but held where %s', (_, body) => {
    expect(findingsOf('dehumanising', { body })).toEqual([]);
    expect(judged({ body }).action).toBe('hold');
  });
});

describe('A group may be spoken of:', () => {
  it.each([
    ['neutrally', 'I am a gay Muslim.'],
    ['neutrally', 'The deaf teacher moved to Berlin, and the blind one stayed.'],
    ['neutrally', 'The blind are learning to sail, and the English team won.'],
    ['neutrally', 'A lesbian couple and a Turkish man bought the mill.'],
    ['well', 'We are proud of our trans colleagues'],
    ['well', "It's fine to be gay, and being a woman is fine too."],
    ['with hate denied', "I'm not saying Muslims are scum"],
    ['with hate denied', "We shouldn't hate immigrants"],
    ['with hate denied', 'Not all Muslims are terrorists'],
    ['with violence forbidden', 'Nobody has the right to kill Armenians'],
    ['with hate called wrong', 'It is racist to claim that black people are lazy'],
    ['with hate called wrong', 'Women are inferior is what bigots think'],
    ['with hate told of', 'He thinks that Jews are vermin'],
    ['with hate told of', 'The court heard that he called immigrants vermin'],
    ['with hate quoted', '"Kill all Muslims" is a crime, no opinion'],
    ['with hate quoted', 'Someone painted "Go back to your country" on her door'],
    ['where a thing is meant', 'I hate this gay film, and the black cat is stupid'],
    ['where a thing is meant', "The women's toilets are disgusting"],
    ['where a team is meant', 'I hate the All Blacks'],
    ['where an idiom is meant', 'White trash is a cruel name for the poor'],
    ['where one person is meant', 'My ex, a Greek woman, is scum'],
    ['where no group is protected', 'Politicians are parasites and bankers should go home'],
    ['where ideas are meant', 'Islam should be criticised like any other religion'],
    ['where words only look joined', 'Alliances of womenfolk and therapists, therefore'],
    ['where two words are one name', 'Asylum seekers and mentally ill people need a doctor'],
    ['where feelings are mixed', 'I have mixed feelings about this women-only bus'],
    ['where parents are meant', 'Being gay parents is hard work'],
    ['with an apostrophe before a word', "Yes, 'tis a day for women, as w e a r e all told"],
    ['where letters stand alone', 'A b c, and d - e f g: 1 2 3 4 5'],
    ['with nobody for "them"', "I hate them. They are scum, Kim's and Lee's lot."],
    ['in short forms', "Women won't say it's theirs; let's ask what they'd do, O'Neill's way"],
  ])('%s, as in "%s"', (_, body) => {
    expect(findingsOf('group_attack', { body })).toEqual([]);
    expect(findingsOf('dehumanising', { body })).toEqual([]);
  });
});

describe('However long a text is', () => {
  it('its sentences are read in stretches, and no more of them than have a bound', () => {
    const body = `${'good women '.repeat(100)}. ${'I met a woman. '.repeat(250)}`;
    expect(findingsOf('group_attack', { body })).toEqual([]);
    expect(findingsOf('group_attack', { body: `ihate${'women'.repeat(20)}` })).toEqual([]);
  });
});

describe('A text that names groups over and over', () => {
  it('is read only so far, and what stands at its beginning counts', () => {
    const body = `Women are vermin. ${'all jews '.repeat(5_500)}`;
    const found = judged({ body }).findings.map(({ rule }) => rule);
    expect(found).toContain('dehumanising');
    const late = `${'all jews, '.repeat(400)}. Women are vermin.`;
    expect(judged({ body: late }).findings.map(({ rule }) => rule)).not.toContain('dehumanising');
  });
});
