import { type Phrase, phrase } from '../phrases.js';
import { GROUP_WORDS, SIGN_WORDS } from './group-names.js';

const KEYS = [...GROUP_WORDS.keys(), ...SIGN_WORDS].flatMap((word) => word.split(/[ -]/u));

/** Found in a text that may name a group, once, and in no other. */
export const GROUP_NAMED: readonly Phrase[] = [
  phrase('a group is named', [...new Set(KEYS)].join(' '), String.raw`^[\s\S]`),
];
