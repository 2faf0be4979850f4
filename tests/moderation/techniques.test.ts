import { describe, expect, it } from 'vitest';

import { evasions } from '../../scripts/accuracy/corpus.js';
import { judged } from './judging.js';

interface Technique {
  /** Texts with the word between braces, each hidden in this way. */
  readonly hidden: readonly string[];
  /** Texts that are written much the same and hide nothing. */
  readonly plain: readonly string[];
}

/** By the names that the corpus gives them. */
const TECHNIQUES: Readonly<Record<string, Technique>> = {
  leet_digits: {
    hidden: ['What a {5h17} idea.', 'Some {b17ch} said so.', 'a {w4nk3r} from town'],
    plain: ['In 1984 they won 5-4.', 'Flight BA117 at 10am, gate 4b.', 'The MP3 of the B2B talk.'],
  },
  leet_signs: {
    hidden: ['What a {$h!t} idea.', 'Some {b!tch} said so.', 'an {@sshole} from town'],
    plain: ['It cost $15!', 'Write to @kim + @joe.', 'Stop! It is only $5 @ the shop.'],
  },
  censored_vowel: {
    hidden: ['What {sh*t} is this?', 'a lying {c_nt}', 'some {b#tch} from town'],
    plain: ['A 4*4 car.', 'The file a_b#c.', 'It is *very* good.', 'Section #4 of it.'],
  },
  censored_middle: {
    hidden: ['What the {f**k} is this?', 'Some {b***h} said so.', 'you {a**hole}'],
    plain: ['2**8 is 256.', 'It was **bold** of her.', 'See the note ***.'],
  },
  stretched: {
    hidden: ['What {shiiiiit} is this?', '{fuuuuck} that', 'a {biiitch} from town'],
    plain: ['Sooooo good!', 'Yessss, a looong way.', 'A cooool coop.'],
  },
  spaced: {
    hidden: ['What {s h i t} is this?', '{f u c k} that', 'a {b i t c h} from town'],
    plain: ['Plan B or plan C, I say.', 'I see u r here.', 'The letters a b c d e f.'],
  },
  dotted: {
    hidden: ['What {s.h.i.t} is this?', '{f-u-c-k} that', 'a {b_i_t_c_h} from town'],
    plain: ['The U.S.S.R. and the U.K.', 'See e.g. the p.s. of it.', 'i.e. a.k.a. R.E.M.'],
  },
  split_by_sign: {
    hidden: ['What {sh-it} is this?', '{fu/ck} that', "a lying {c'unt}"],
    plain: ['The hush-it-up affair.', 'and/or', "It's Kim's co-op."],
  },
  split_by_space: {
    hidden: ['What {shi t} is this?', '{fu ck} that', 'some {bi tch} from town'],
    plain: ['Push it to the limit.', 'A mesh it was.', 'It was as sweet as a nut.'],
  },
  zero_width: {
    hidden: ['What {sh\u200bit} is this?', '{fu\u2060ck} that', 'a {bit\ufeffch} from town'],
    plain: ['A long\u00adword\u200bto break.', 'می\u200cخواهم بروم', '👩\u200d🚀 flies.'],
  },
  bidi_controls: {
    hidden: ['What {sh\u2066it} is this?', '{fu\u200fck} that', 'a {bit\u200ech} from town'],
    plain: ['\u2067שלום\u2069 to all.', '\u200fשלום\u200e and hello.'],
  },
  combining_marks: {
    hidden: ['What {s\u0336h\u0336i\u0301t} is this?', '{f\u0323u\u0301c\u0336k} that'],
    plain: ['cafe\u0301 cre\u0300me', 'a stru\u0336c\u0336k word', 'tie\u0302\u0301ng Vie\u0323\u0302t'],
  },
  accents: {
    hidden: ['What {šhït} is this?', '{fùçk} that', 'a {bïtçh} from town'],
    plain: ['Señor Müller à Orléans.', 'Dvořák and Škoda.', 'naïve façade'],
  },
  cyrillic: {
    hidden: ['What {ѕһіt} is this?', '{fuсk} that', 'a {bіtсh} from town'],
    plain: ['Это хорошая статья, спасибо.', 'The Москва metro.', 'Сук на дереве и шит.'],
  },
  greek: {
    hidden: ['What {shιτ} is this?', '{fυcκ} that', 'a lying {cυητ}'],
    plain: ['Καλημέρα σε όλους.', 'The α and ω of it, 5 μm.', 'Δx and Σ'],
  },
  fullwidth: {
    hidden: ['What {ｓｈｉｔ} is this?', '{ＦＵＣＫ} that', 'a {ｂｉｔｃｈ} from town'],
    plain: ['ＮＨＫ and ＪＲ', '２０２６年です。', 'Ａ／Ｂ'],
  },
  mathematical: {
    hidden: ['What {𝓼𝓱𝓲𝓽} is this?', '{𝐟𝐮𝐜𝐤} that', 'a {𝔟𝔦𝔱𝔠𝔥} from town'],
    plain: ['𝐡𝐞𝐥𝐥𝐨 to all', '𝑥 + 𝑦 = 𝑧', '𝕬𝖗𝖙'],
  },
  enclosed: {
    hidden: ['What {ⓢⓗⓘⓣ} is this?', '{🅵🆄🅲🅺} that', 'a {⒝⒤⒯⒞⒣} from town'],
    plain: ['① first, ② second', 'Ⓐ and Ⓑ', '🅿 is over there, 🆗'],
  },
  upside_down: {
    hidden: ['What {ʇıɥs} is this?', '{ʞɔnɟ} that', 'some {ɥɔʇᴉq} from town'],
    plain: ['The schwa is written ə.', '[ɪɡˈzɑːmpəl] is how it sounds.', 'ollǝɥ'],
  },
  mixed: {
    hidden: ['What {s.h.1.t} is this?', '{F-ü-ç-k} that', 'some {B\u200di\u200dT\u200dc\u200dH}'],
    plain: ['The B-52 of 1955, a.k.a. BUFF.', 'Señor 4x4!', 'H\u200d2\u200dO'],
  },
  in_the_wild: {
    hidden: ['No {fcking} way.', 'Such {bullsh1t}.', 'you {a$$wipe}'],
    plain: ['Flicking through it.', 'A bulletin, I wish.', 'He passed the wipes.'],
  },
};

const HIDDEN = Object.entries(TECHNIQUES).flatMap(([name, { hidden }]) =>
  hidden.map((marked) => [name, marked] as const),
);
const PLAIN = Object.entries(TECHNIQUES).flatMap(([name, { plain }]) =>
  plain.map((body) => [name, body] as const),
);

describe('Every technique of hiding a word', () => {
  it('that the corpus has is shown here', () => {
    const names = new Set(evasions().map(({ group }) => group));
    expect(Object.keys(TECHNIQUES).sort()).toEqual([...names].sort());
  });

  it.each(HIDDEN)('%s: the word is found where it stands in "%s"', (_, marked) => {
    const body = marked.replaceAll(/[{}]/gu, '');
    const hidden = { start: marked.indexOf('{'), end: marked.indexOf('}') - 1 };
    const { action, findings } = judged({ body });
    expect(action).not.toBe('approve');
    const words = findings.filter(({ standard }) => standard === 'profanity');
    expect(words.flatMap(({ spans }) => spans)).toContainEqual(hidden);
  });

  it.each(PLAIN)('%s: nothing is read into "%s"', (_, body) => {
    expect(judged({ body }).findings).toEqual([]);
  });
});
