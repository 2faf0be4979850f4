import { describe, expect, it } from 'vitest';

import { coveredBy } from '../judging.js';

const aimed = (body: string): readonly string[] => coveredBy('personal_attack', body);

describe('Whether an insult is aimed at somebody is read from the words around it:', () => {
  it.each([
    ['a question', 'Are you an idiot?', 'idiot'],
    ['a question with a description', 'Are you a complete moron?', 'moron'],
    ['a contraction of another person', "He's an idiot.", 'idiot'],
    ['an adverb that nobody listed', 'You are amazingly stupid.', 'stupid'],
    ['an adjective without its object', 'You are clueless.', 'clueless'],
    ['what is said of it afterwards', 'Idiot you are!', 'Idiot'],
    ['a plain statement', 'You are an idiot.', 'idiot'],
  ])('%s in "%s"', (_, body, covered) => {
    expect(aimed(body)).toEqual([covered]);
  });

  it.each([
    ['a question that is denied', "I would never ask are you an idiot."],
    ['a possessive', 'Your idiot brother came.'],
    ['an adjective of another person', "He's stupid."],
    ['an adverb that denies', 'You are hardly stupid.'],
    ['an adjective with its object', 'You are clueless about cars, as I am.'],
    ['no subject before the noun', 'Is an idiot.'],
    ['no subject before the adjective', 'Is stupid.'],
    ['what is said afterwards of a word that is mostly none', 'Clown you are.'],
    ['nothing but the adjective', 'Stupid, the lot of it.'],
  ])('nobody by %s in "%s"', (_, body) => {
    expect(aimed(body)).toEqual([]);
  });
});
