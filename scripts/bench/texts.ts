/** A kind of text that is judged, in any length. */
export type Prose = (length: number) => string;

const PLAIN =
  'The council has finally agreed to rebuild the old bridge, and I think that most of us who live ' +
  'on the other side will be glad about it. It took them nearly ten years, three studies and more ' +
  'money than the school got, but at least the plan keeps a lane for bicycles. I wonder whether ' +
  'the toll of 2.50 will stay, as the mayor promised before the vote; she said so twice, in ' +
  'public, and you can read it in the minutes. ';

const MIXED =
  'The café’s owner — “a patient man”, said José — says the bridge can’t come too soon… 😀 It’s a ' +
  'long way round by the old mill, and we’ve all seen what the detour does to the traffic on a ' +
  'Friday. I’d gladly pay the toll of £2.50 – señor alcalde, are you reading this? – if it helps. ';

/** Spaced and split words, stars and quotation marks: whatever makes a matcher look twice. */
const HOSTILE = 'a b c d f* ab-cd-ef (((( .... @@@@ "you you you" $h!7 1-2(3) ';

const repeated =
  (part: string): Prose =>
  (length) =>
    part.repeat(Math.ceil(length / part.length)).slice(0, length);

export const plain = repeated(PLAIN);
export const mixed = repeated(MIXED);
export const hostile = repeated(HOSTILE);
