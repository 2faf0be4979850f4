import { describe, expect, it } from 'vitest';

import { coveredBy, findingsOf, judged } from './judging.js';

describe('Strong profanity is found', () => {
  it.each([
    ['fսck this', 'fսck'],
    ['f u c k you all', 'f u c k'],
    ['that is sh!tty', 'sh!tty'],
    ['s.h.i.t', 's.h.i.t'],
    ['fuuuuck', 'fuuuuck'],
    ['f**k off', 'f**k'],
    ['𝓯𝓾𝓬𝓴', '𝓯𝓾𝓬𝓴'],
    ['a motherfucking mess', 'motherfucking'],
    ['motherf***er', 'motherf***er'],
    ['what bull$hit', 'bull$hit'],
    ['You a$$hole', 'a$$hole'],
    ['some 5hit here', '5hit'],
    ['son of a bitch', 'son of a bitch'],
    ['what a clusterfuck', 'clusterfuck'],
  ])('in "%s"', (body, covered) => {
    expect(coveredBy('strong_profanity', body)).toContain(covered);
    expect(judged({ body }).action).toBe('reject');
  });

  it("in the author's name", () => {
    expect(findingsOf('strong_profanity', { name: 'Fuck Face' })).toMatchObject([
      { reason: 'profanity.strong', field: 'author.name', spans: [{ start: 0, end: 4 }] },
    ]);
  });
});

describe('Nothing is wrong with', () => {
  it.each([
    'Scunthorpe, Penistone, Essex, Sussex and Clitheroe are places.',
    'Dick Cheney was vice president.',
    'Dick Van Dyke played in Mary Poppins.',
    'Moby Dick is a long book.',
    'Alfred Hitchcock shot it in the cockpit.',
    'Nazi Germany occupied Poland.',
    'Fanny Brice sang on Broadway.',
    'Hell is other people.',
    'The assassin passed the class assessment, and a bass player was embarrassed.',
    'Her cocker spaniel ate a cockle and a peacock feather.',
    'The title of the document: a cumulative analysis of therapist training.',
    'Shiitake and titanium are no titbits.',
    'Fukushima and Yamashita are names.',
    'A blue tit sat on the pussy willow.',
    'Homo sapiens came before Homo Deus.',
    'She is a lesbian, he is gay, and they are Muslims and Jews.',
    'The doctor spoke of breast cancer, the anus, the vagina and the penis.',
    'Push it to the limit, then wash it.',
    'I like the Niger delta and the country of Niger.',
    'His shirt has shifted; the shuttlecock fell.',
    'The raccoon and the tycoon met in a cocoon.',
    'They retard the growth of fire retardant plants.',
  ])('"%s"', (body) => {
    expect(judged({ body }).action).toBe('approve');
  });
});

describe('Mild profanity', () => {
  it('passes and is told', () => {
    const body = 'Bloody hell, damn this crap.';
    expect(judged({ body }).action).toBe('approve');
    expect(coveredBy('mild_profanity', body)).toEqual(['Bloody', 'hell', 'damn', 'crap']);
  });

  it('is rejected where the policy wants it', () => {
    const strict = { rules: { mild_profanity: { action: 'reject' } } };
    expect(judged({ body: 'Damn it.' }, strict).action).toBe('reject');
  });
});

describe('A word with an innocent meaning as well is held', () => {
  it.each([
    ['possible_profanity', 'what a dick move', 'dick'],
    ['possible_profanity', 'the cock of it', 'cock'],
    ['possible_slur', 'he is a retard', 'retard'],
    ['possible_slur', 'a chink wrote this', 'chink'],
    ['sexual_language', 'nice boobs', 'boobs'],
    ['sexual_language', 'she gave a b l o w j o b', 'b l o w j o b'],
  ])('by %s in "%s"', (rule, body, covered) => {
    expect(coveredBy(rule, body)).toEqual([covered]);
    expect(judged({ body }).action).toBe('hold');
  });
});

describe('A slur is rejected', () => {
  it.each([
    ['you are a f4ggot', 'f4ggot'],
    ['n1ggers', 'n1ggers'],
    ['nіggеr', 'nіggеr'],
    ['a bunch of wetbacks', 'wetbacks'],
  ])('in "%s"', (body, covered) => {
    expect(coveredBy('slur', body)).toEqual([covered]);
    expect(judged({ body }).action).toBe('reject');
  });
});

describe('The allowed terms of a policy', () => {
  it('let an expression pass that the lists object to', () => {
    const allowing = { allowed_terms: ['Shitterton'] };
    const body = 'Shitterton is a village, and shit is shit.';
    expect(coveredBy('strong_profanity', body, allowing)).toEqual(['shit', 'shit']);
  });
});

describe('A censored word', () => {
  it('is one finding: what it most often stands for', () => {
    const { findings } = judged({ body: 'You f***ing what?' });
    expect(findings.map(({ reason, terms }) => [reason, ...terms])).toEqual([
      ['profanity.strong', 'fuck'],
    ]);
  });
});
