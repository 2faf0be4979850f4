/**
 * A thread of our own writing under an article about a bridge. Together the comments touch every
 * standard of the policy, and a few hard innocents that a plain word filter would reject.
 */

const thread = {
  external_id: 'demo-bridge',
  title: 'The new bridge opens on Friday',
  url: 'https://news.example/articles/new-bridge',
};

const say = (name: string, body: string) => ({ thread, author: { name }, body });

/** The name that the demonstration blocks before it begins. */
export const BLOCKED_NAME = 'Golden Gary';

/** The expression that the demonstration forbids before it begins. */
export const BLOCKED_TERM = 'lucky casino';

export const DEMO_THREAD: readonly object[] = [
  say('Maria', 'At last! Will there be a lane for bicycles on the new bridge?'),
  say('Ned', 'I drove to Scunthorpe and back while they argued. Even Dick Cheney built faster.'),
  say('Olga', 'Who the hell left the cockpit of the crane open all winter?'),
  say('Rosa', 'Nazi Germany blew the old one up in 1944, and nobody rebuilt it for ten years.'),
  say('Paul', 'It took them f u c k i n g years, and it still leaks.'),
  say('Vic', 'What a load of bullsh!t, the old ferry was fine.'),
  say('Bruno', 'Maria, you are a clueless m0r0n. Bicycles belong in the park.'),
  say('Olga', 'He called me an idiot at the hearing, and the chair said nothing.'),
  say('Karl', 'Send the wetbacks who built it home.'),
  say('Dirk', 'I know where that engineer lives and I will kill him.'),
  say('Lola', 'Boring. Who wants to see my tits instead?'),
  say(
    'deals4u',
    'Bridge loans! http://loans.example.com http://cash.example.net http://win.example.org',
  ),
  say('Ines', 'Ask the mayor yourself: jane.doe@example.org or +1 212-555-0147.'),
  say('Max', 'Win your own bridge tonight at Lucky Casino!'),
  say('Tess', 'THEY NEVER ASKED US ABOUT THE TOLL AND NOW WE ALL HAVE TO PAY FOR IT'),
  say('Maria', 'At last! Will there be a lane for bicycles on the new bridge?'),
  say(BLOCKED_NAME, 'Lovely bridge. I happen to sell paint.'),
];
