/**
 * Comments as readers write them, each different from every other: of many authors and threads,
 * from a line to a page, most of them decent. The same number always makes the same comment.
 */

/** So many that at thousands of comments a second nobody seems to be in a hurry. */
const AUTHORS = 500_000;
const THREADS = 2_000;
/** Prime, and so without a common divisor with either: neighbours are strangers. */
const STRIDE = 7_919;

const OPENINGS = ['', 'Honestly, ', 'To be fair, ', 'As far as I can see, ', 'For what it is worth, ',
  'Sorry, but ', 'I have to say that ', 'Reading this again, ', 'If you ask me, ', 'Strange that ',
  'My guess is that ', 'Funny how '] as const;
const WHO = ['the council', 'our mayor', 'the new headmaster', 'half of my street', 'the ferry company',
  'my neighbour', 'whoever wrote this', 'the opposition', 'the goalkeeper', 'every second reader',
  'the tax office', 'the choir', 'the hospital', 'a good part of the town', 'the minister',
  'the bus driver', 'the local paper', 'the weather service', 'the baker next door', 'the architect',
  'the youth club', 'the old management', 'the union', 'nobody I know'] as const;
const DOES = ['has promised', 'should have explained', 'keeps forgetting', 'will hardly pay for',
  'paid twice for', 'has never mentioned', 'voted against', 'wants to sell', 'is proud of',
  'misunderstood', 'could have saved', 'asked about', 'wrote a long letter about', 'did not read',
  'gave up on', 'still believes in', 'has to answer for', 'would be lost without', 'inherited',
  'is fond of', 'talked for an hour about', 'measured', 'hid', 'will need'] as const;
const WHAT = ['the toll of the bridge', 'a second lane for bicycles', 'the match on Saturday',
  'a roof for the market hall', 'the figures of last year', 'the school kitchen', 'two more trains',
  'the trees along the canal', 'the interview with the director', 'a cheaper ticket', 'the old mill',
  'the noise at night', 'a proper study', 'the lights in the park', 'that referee', 'the flood wall',
  'the waiting list', 'the library on the hill', 'a fairer rent', 'the third season', 'the recipe',
  'the museum of clocks', 'the vote', 'the harbour'] as const;
const WHEN = ['since the spring', 'before the election', 'in a town of this size', 'for ten years',
  'on a Friday evening', 'without asking us', 'after the storm', 'with our money', 'in the minutes',
  'as in every other country', 'at the worst moment', 'once and for all', 'behind closed doors',
  'when nobody looked', 'if I remember well', 'in front of the cameras', 'between two holidays',
  'because of the rain', 'for a handful of votes', 'next to the station', 'out of habit',
  'like their predecessors', 'at long last', 'and not a day too soon'] as const;
/** What some comments hold besides: something for most kinds of rules. */
const SPICE = [
  'What an idiot you are to believe a word of it.', 'You are a complete moron, sir.',
  'THIS IS A DISGRACE AND EVERYBODY KNOWS IT', 'More at https://example.org/minutes/2026',
  'Write to me at jo.miller@example.org and I will send you the papers.', 'What a damn shame.',
  'Buy cheap watches at www.example.com, best price, free shipping!!!', 'Was für ein Unsinn.',
  'Call 020 7946 0958 if you saw it.', 'sooooooo true!!!!!!!!', 'Shut up, you st*pid liar.',
  'Le maire a raison, pour une fois.',
] as const;
const SPICED_ONE_IN = 9;
/** Sentences of a comment; the middle one has about 300 characters. */
const SENTENCES = [1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 14] as const;

/** The body of a `POST /v1/comments`. */
export function commentOf(at: number): object {
  const author = (at * STRIDE) % AUTHORS;
  return {
    external_id: `post-${at}`,
    thread: {
      external_id: `article-${(at * STRIDE) % THREADS}`,
      url: `https://news.example/articles/${(at * STRIDE) % THREADS}`,
      title: 'The bridge opens on Friday',
    },
    author: {
      external_id: `reader-${author}`,
      name: `Reader ${author}`,
      email: `reader-${author}@example.org`,
      ip: `100.${64 + (author >> 16)}.${(author >> 8) & 255}.${author & 255}`,
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    },
    body: textOf(at),
  };
}

function textOf(at: number): string {
  const pick = chance(at);
  const sentences = Array.from({ length: pick(SENTENCES) }, () => {
    const text = `${pick(OPENINGS)}${pick(WHO)} ${pick(DOES)} ${pick(WHAT)} ${pick(WHEN)}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
  if (at % SPICED_ONE_IN === 0) sentences.push(pick(SPICE));
  return sentences.join(' ');
}

/** Picks from lists; what it picks follows from the number (the generator mulberry32). */
function chance(seed: number): <T>(from: readonly T[]) => T {
  let state = Math.imul(seed + 1, 0x9e37_79b1);
  return (from) => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const unit = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    const [first] = from;
    if (first === undefined) throw new Error('there is nothing to pick from');
    return from[Math.floor(unit * from.length)] ?? first;
  };
}
