import { type TObject, type TString, Type } from '@sinclair/typebox';

import type { Field } from '../../domain/finding.js';
import type { ReasonCode } from '../../domain/reasons.js';
import { KEYS_LENGTH_MAX, SPANS_PER_FINDING_MAX } from '../../limits.js';
import { caseFolded } from '../../text/case-folded.js';
import { type Automaton, compileAutomaton } from '../../text/terms/automaton.js';
import { withoutTags } from '../../text/without-tags.js';
import type { Facts } from '../facts.js';
import { type Hit, matchOf } from '../hits.js';
import { CLEAR, type Rule } from '../rule.js';

type Settings = TObject<{ keys: TString }>;

type Particulars = Pick<Rule, 'id' | 'description' | 'defaults'> & { readonly reason: ReasonCode };

const settings: Settings = Type.Object({
  keys: Type.String({
    maxLength: KEYS_LENGTH_MAX,
    default: '',
    description:
      'The list as WordPress has it, one key a line. A key matches inside words too, so "press" ' +
      'matches "WordPress", whatever the case, in the name, e-mail address, page, text, IP ' +
      'address and browser that came with the comment.',
  }),
});

/** What PHP's `trim` takes off. */
const AROUND = /^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/gu;

/** A list of keys that WordPress has, read as its `wp_check_comment_disallowed_list` does. */
export function wordpressKeys(of: Particulars): Rule<Settings> {
  const { id, description, defaults, reason } = of;
  return {
    id,
    standard: 'off_limits',
    reasons: [reason],
    description,
    settings,
    defaults,
    compile: ({ keys }) => {
      const lines = keysOf(keys);
      if (lines.length === 0) return () => CLEAR;
      const automaton = compileAutomaton(lines.map((key) => [caseFolded(key), key] as const));
      return (facts) =>
        fieldsOf(facts).flatMap(([field, text]) => {
          const hits = field === 'body' ? hitsInBody(automaton, text) : hitsIn(automaton, text);
          return matchOf(reason, field, hits);
        });
    },
  };
}

/** Each key once; PHP takes "0" for empty. */
function keysOf(keys: string): readonly string[] {
  const lines = keys.split('\n').map((line) => line.replaceAll(AROUND, ''));
  return [...new Set(lines)].filter((line) => line !== '' && line !== '0');
}

function fieldsOf(facts: Facts): readonly (readonly [Field, string])[] {
  return [
    ['author.name', facts.author_name],
    ['author.email', facts.author_email ?? ''],
    ['author.url', facts.author_url ?? ''],
    ['body', facts.body],
    ['author.ip', facts.author_ip ?? ''],
    ['author.user_agent', facts.user_agent ?? ''],
  ];
}

/** No more than prove the point: one key of one letter stands everywhere. */
function hitsIn(automaton: Automaton<string>, text: string): Hit[] {
  const hits: Hit[] = [];
  automaton.scan(caseFolded(text), (term, { start, end }) => {
    hits.push({ term, start, end });
    return hits.length >= SPANS_PER_FINDING_MAX;
  });
  return hits;
}

/** As it was sent, and without its tags, so that no tag hides a key. */
function hitsInBody(automaton: Automaton<string>, body: string): readonly Hit[] {
  const hits = hitsIn(automaton, body);
  if (!body.includes('<')) return hits;
  const { text, places } = withoutTags(body);
  for (const { term, start, end } of hitsIn(automaton, text)) {
    hits.push({ term, start: Number(places[start]), end: Number(places[end - 1]) + 1 });
  }
  return hits;
}
