import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { NO_CLASSIFIER } from '../../src/classifier/classifier.js';
import { loadClassifier } from '../../src/commands/load-classifier.js';
import { BODY_LENGTH_MAX, CONTRIBUTIONS_MAX } from '../../src/limits.js';
import { normalize } from '../../src/text/normalize.js';

const classifier = loadClassifier(null);
const scoresOf = (text: string, locale: string | null = null) =>
  classifier.score(normalize(text), locale);
const toxicity = (text: string): number => scoresOf(text)['toxicity'] ?? NaN;
/** From here on a comment is held. */
const HELD = 0.5;

describe('The shipped model', () => {
  it.each([
    'You idiot',
    'You are a complete moron and a liar.',
    'Shut up, you stupid fool.',
    'People like you are a waste of oxygen.',
    'What a bunch of pathetic losers.',
  ])('scores an attack on a person high: %s', (text) => {
    expect(toxicity(text)).toBeGreaterThan(HELD);
  });

  it.each([
    'I am a gay Muslim.',
    'I am a proud Jewish woman and I read this paper every day.',
    'My father is black and my mother is Mexican.',
    'The lesbian couple next door grows tomatoes.',
    'Trans people have lived in this town all along.',
    'As a disabled immigrant I agree with the author.',
  ])('holds nobody for who they are: %s', (text) => {
    for (const score of Object.values(scoresOf(text))) expect(score).toBeLessThan(HELD);
  });

  it.each([
    'The man who murdered two women in 2009 was sentenced to life.',
    'The bomb killed eleven people, among them three children.',
    'I disagree with the mayor, and I hope that she loses the vote.',
    'This is the worst budget in twenty years, and the council knows it.',
    'Nobody should say that refugees are vermin.',
  ])('lets news and criticism be: %s', (text) => {
    expect(toxicity(text)).toBeLessThan(HELD);
  });

  it('scores an attack higher than its negation and its report', () => {
    const attack = toxicity('Muslims are vermin.');
    expect(toxicity('Muslims are not vermin.')).toBeLessThan(attack);
    expect(toxicity('It is wrong to write that Muslims are vermin.')).toBeLessThan(attack);
    const insult = toxicity('You are stupid.');
    expect(toxicity('You are not stupid.')).toBeLessThan(insult);
  });

  it('scores attributes apart', () => {
    const slurred = scoresOf('All these people are filthy animals, kill them all.');
    expect(slurred['sexually_explicit']).toBeLessThan(0.1);
    const insulted = scoresOf('You are a stupid moron.');
    expect(insulted['insult'] ?? 0).toBeGreaterThan(insulted['threat'] ?? 1);
    const sworn = scoresOf('fuck this shit, what the fuck');
    expect(sworn['profanity'] ?? 0).toBeGreaterThan(sworn['identity_attack'] ?? 1);
  });

  it('gives probabilities, the same ones for the same text, whatever the text is', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string());
    fc.assert(
      fc.property(text, (body) => {
        const scores = scoresOf(body);
        for (const score of Object.values(scores)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(scoresOf(body)).toEqual(scores);
      }),
    );
  });

  it('is not talked over: an attack in a long harmless text is found', () => {
    const harmless = 'The council met on Friday and spoke about the bridge and the new school. ';
    const hidden = `${harmless.repeat(20)} You are a stupid fucking moron. ${harmless.repeat(20)}`;
    expect(toxicity(harmless.repeat(40))).toBeLessThan(0.1);
    expect(toxicity(hidden)).toBeGreaterThan(HELD);
  });

  it('is not turned by a harmless sentence', () => {
    const harmless = ['I agree with the first comment.', 'The bridge opens in May.', 'Thank you.'];
    const added = 'The library is open on Sundays now.';
    for (const text of harmless) expect(toxicity(`${text} ${added}`)).toBeLessThan(0.2);
  });

  it('sees through disguises as the engine reads them', () => {
    const plain = toxicity('you are a fucking idiot');
    for (const disguised of ['you are a fuck1ng id1ot', 'ｙｏｕ ａｒｅ ａ fucking idiot', 'you are a fuсking idiot']) {
      expect(Math.abs(toxicity(disguised) - plain)).toBeLessThan(0.05);
    }
  });
});

describe('A language that the model was not trained on', () => {
  it.each([
    'Ich finde, dass der Bericht die Kosten der Brücke verschweigt.',
    'El alcalde tiene toda la razón en este asunto, y lo sabe.',
    'Le maire est un menteur et tout le monde le sait bien.',
    'Вы все идиоты и ничего не понимаете.',
  ])('has no scores: %s', (text) => {
    expect(scoresOf(text)).toEqual({});
  });

  it('is told by the page where the text is too short to tell', () => {
    expect(scoresOf('Idiot!', 'de-AT')).toEqual({});
    expect(scoresOf('You idiot!', 'en-GB')['toxicity']).toBeGreaterThan(HELD);
    expect(scoresOf('You idiot!')['toxicity']).toBeGreaterThan(HELD);
  });

  it('is not told by the page where the text itself is plainly English', () => {
    const text = 'I do not think that you have read the article at all.';
    expect(scoresOf(text, 'de-DE')).toEqual(scoresOf(text, 'en'));
  });
});

describe('An explanation', () => {
  const text = 'Dear editor, what an IDIOT you have become, and a pathetic liar as well.';

  it('names the words that raised the score, weightiest first, where they stand', () => {
    const found = classifier.explain(normalize(text), 'toxicity');
    expect(found[0]?.term).toBe('idiot');
    expect(found.map(({ term }) => term)).toContain('pathetic');
    for (const { start, end, term } of found) {
      expect(text.slice(start, end).toLowerCase()).toBe(term);
    }
    const weights = found.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('points into the stretch of a long text that scores highest', () => {
    const long = `${'The bridge opens in May and the school in June. '.repeat(60)}You moron.`;
    const [first] = classifier.explain(normalize(long), 'insult');
    expect(long.slice(first?.start, first?.end)).toBe('moron');
  });

  it('is bounded', () => {
    const longest = 'you stupid moron and liar '.repeat(2_000).slice(0, BODY_LENGTH_MAX);
    const found = classifier.explain(normalize(longest), 'toxicity');
    expect(found.length).toBeLessThanOrEqual(CONTRIBUTIONS_MAX);
  });

  it('is empty for an attribute that there is not, for no text, and without a model', () => {
    expect(classifier.explain(normalize(text), 'boredom')).toEqual([]);
    expect(classifier.explain(normalize(''), 'toxicity')).toEqual([]);
    expect(NO_CLASSIFIER.explain(normalize(text), 'toxicity')).toEqual([]);
    expect(NO_CLASSIFIER.score(normalize(text), null)).toEqual({});
  });
});
