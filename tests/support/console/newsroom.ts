import type { Desk } from './desk.js';

/** A comment as a reader writes it here; the thread and the author by the publisher’s ids. */
interface Written {
  readonly author: string;
  readonly body: string;
  readonly thread?: string;
  readonly answers?: string;
}

const THREADS: Readonly<Record<string, object>> = {
  bridge: {
    external_id: 'bridge',
    title: 'The old bridge closes in spring: what it means for the town',
    url: 'https://news.example/bridge',
    section: 'local',
  },
  cup: {
    external_id: 'cup',
    title: 'Late goal sends the women’s team to the final',
    url: 'https://news.example/cup',
    section: 'sport',
  },
};

const READERS: Readonly<Record<string, string>> = {
  mira: 'Mira K.',
  otto: 'otto_1954',
  lena: 'Lena Brandt',
  sam: 'Sam',
  deals: 'Best Deals Online',
  ruth: 'רות לוי',
  jon: 'Jon Ashworth',
};

const WRITTEN: readonly Written[] = [
  { author: 'mira', body: 'At last. The town has waited ten years for this, and it shows.' },
  { author: 'lena', body: 'The ferry could run every twenty minutes while the bridge is closed.' },
  { author: 'otto', body: 'Nobody asked the people who live on the other side.' },
  { author: 'jon', body: 'Good report. Is the plan of the council online somewhere?' },
  { author: 'otto', body: 'Only a complete idiot like you would close the road at noon.', answers: '1' },
  { author: 'otto', body: 'You people are pathetic morons, all of you.', thread: 'cup' },
  {
    author: 'deals',
    body: 'Earn $5000 a week from home!!! Write to me on WhatsApp +1 202 555 0143 or see https://bit.ly/x9 https://win.example https://get.example',
    thread: 'cup',
  },
  { author: 'sam', body: 'The mayor lives at 14 Elm Street, Springfield. Somebody should tell him in person.' },
  { author: 'lena', body: 'What a shitty way to treat the shops along the river.', thread: 'bridge' },
  { author: 'ruth', body: 'הגשר הזה היה יפה, and the new one will be f u c k i n g ugly.' },
  { author: 'jon', body: 'THIS IS THE WORST DECISION THE COUNCIL HAS MADE IN YEARS, WORST OF ALL.' },
  { author: 'sam', body: 'I will find you and kill you, councillor.', thread: 'cup' },
];

/** A small newsroom: two threads, readers with a past, reports, and what waits for a person. */
export async function fillNewsroom({ call }: Pick<Desk, 'call'>): Promise<void> {
  let number = 0;
  for (const { author, body, thread = 'bridge', answers } of WRITTEN) {
    number += 1;
    await call('POST', '/v1/comments', {
      external_id: String(number),
      thread: THREADS[thread],
      author: { external_id: author, name: READERS[author], email: `${author}@reader.example` },
      body,
      locale: 'en',
      ...(answers !== undefined && { parent_id: answers }),
    });
  }
  const readers = ['mira', 'jon', 'lena'];
  for (const external_id of readers) {
    await call('POST', '/v1/comments/3/reports', {
      reporter: { external_id },
      reason: 'conduct',
      text: 'That is not true: there were two evenings about it in the town hall.',
    });
  }
  await call('POST', '/v1/authors/otto/notes', { body: 'Wrote to him on Monday; he apologised.' });
}
