/** A run of a text that stayed, went or came. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** More on either side is not compared piece by piece: the table would be too large. */
const PIECES_MAX = 2_000;

/** Words and what is between them; together they are the text. */
const PIECES = /\S+|\s+/gu;

/** What changed from one text to another, word by word. All but the new is the first text. */
export function wordDiff(before: string, after: string): readonly Change[] {
  const from = before.match(PIECES) ?? [];
  const to = after.match(PIECES) ?? [];
  if (from.length > PIECES_MAX || to.length > PIECES_MAX) {
    return before === after ? joined([['same', before]]) : joined([['gone', before], ['new', after]]);
  }
  return joined(steps(from, to));
}

type Step = readonly [kind: Change['kind'], word: string];

/** The shortest way from one list of words to the other, by the longest that they share. */
function steps(from: readonly string[], to: readonly string[]): readonly Step[] {
  const width = to.length + 1;
  const shared = sharedLengths(from, to);
  const at = (i: number, j: number): number => shared[i * width + j] ?? 0;
  const found: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    const one = from[i];
    const other = to[j];
    if (one !== undefined && one === other) {
      found.push(['same', one]);
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push(['gone', one]);
      i += 1;
    } else {
      found.push(['new', other ?? '']);
      j += 1;
    }
  }
  return found;
}

/** How many words two lists share in order, from each pair of places on. */
function sharedLengths(from: readonly string[], to: readonly string[]): Uint16Array {
  const width = to.length + 1;
  const lengths = new Uint16Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] =
        from[i] === to[j]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  return lengths;
}

/**
 * Neighbours of a kind as one. Blanks between two changes go with both: a sentence that was written
 * anew is then one change, and not one for each word.
 */
function joined(list: readonly Step[]): readonly Change[] {
  const changes: Change[] = [];
  let gone = '';
  let fresh = '';
  let kept = '';
  const put = (kind: Change['kind'], text: string): void => {
    if (text !== '') changes.push({ kind, text });
  };
  const close = (): void => {
    put('gone', gone);
    put('new', fresh);
    [gone, fresh] = ['', ''];
  };
  for (const [kind, text] of list) {
    if (kind === 'same') {
      kept += text;
      if (kept.trim() !== '') close();
    } else {
      if (gone === '' && fresh === '') put('same', kept);
      else [gone, fresh] = [gone + kept, fresh + kept];
      kept = '';
      if (kind === 'gone') gone += text;
      else fresh += text;
    }
  }
  close();
  put('same', kept);
  return changes;
}
