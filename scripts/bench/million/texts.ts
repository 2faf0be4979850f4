import { uneven } from './chance.js';

const COMMON =
  'the of and to a in is it that for was on are as with they be at have this from or had by not ' +
  'but what all were when we there can an your which their said if do will each about how up out ' +
  'them then she many some so these would other into has more her two like him see time could no ' +
  'make than first been its who now people my made over did down only way find use may water ' +
  'council bridge mayor school road tax vote paper article comment toll ferry winter budget street';
const SYLLABLES = 'ba de ki lo mu na pe ri so tu va we ya zo cha dre fli gro stu ent';
/** As many as a language has in use. */
const WORDS = 20_000;
const WORDS_MIN = 4;
const WORDS_MORE = 76;

/** Makes texts of 4 to 80 words, 45 on average, whose words are as unevenly common as real ones. */
export function textMaker(chance: () => number): () => string {
  const words = vocabulary();
  return () => {
    const length = WORDS_MIN + Math.floor(WORDS_MORE * chance());
    const text: string[] = [];
    for (let at = 0; at < length; at += 1) {
      const word = words[uneven(chance, words.length)] ?? '';
      text.push(at % 12 === 11 ? `${word}.` : word);
    }
    return text.join(' ');
  };
}

function vocabulary(): readonly string[] {
  const syllables = SYLLABLES.split(' ');
  const words = COMMON.split(' ');
  for (let at = words.length; at < WORDS; at += 1) {
    let word = '';
    for (let rest = at; rest > 0; rest = Math.floor(rest / syllables.length)) {
      word += syllables[rest % syllables.length] ?? '';
    }
    words.push(word);
  }
  return words;
}
