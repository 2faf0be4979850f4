import { profanity as toad } from '@2toad/profanity';
import { Filter as BadWords } from 'bad-words';
import { Filter as Glin } from 'glin-profanity';
import leo from 'leo-profanity';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

/** Another word filter, as its documentation says to use it. */
export interface Peer {
  readonly name: string;
  readonly flags: (text: string) => boolean;
}

/** The filters that Node developers find first, each with its own list and defaults. */
export function peers(): readonly Peer[] {
  const badWords = new BadWords();
  const obscenity = new RegExpMatcher({
    ...englishDataset.build(),
    ...englishRecommendedTransformers,
  });
  const glin = new Glin({ languages: ['english'] });
  return [
    { name: 'bad-words', flags: (text) => badWords.isProfane(text) },
    { name: 'obscenity', flags: (text) => obscenity.hasMatch(text) },
    { name: 'leo-profanity', flags: (text) => leo.check(text) },
    { name: '@2toad/profanity', flags: (text) => toad.exists(text) },
    { name: 'glin-profanity', flags: (text) => glin.isProfane(text) },
  ];
}
