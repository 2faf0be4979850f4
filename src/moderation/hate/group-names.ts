import { list } from '../terms/list.js';
import { misspellingsOf } from './misspellings.js';

/** How a word names a group that standards on hate protect. */
export interface GroupWord {
  readonly form: 'plural' | 'singular' | 'adjective';
  /** Not spelt as the list has it, so that only a person can be certain of what is meant. */
  readonly misspelt: boolean;
}

/** Nouns in the singular; the plural has an s, and before another noun they are adjectives. */
const NOUNS = list(`
  afghan, african, albanian, algerian, american, arab, arabian, armenian, asian, australian, azeri,
  azerbaijani, bangladeshi, belgian, bosnian, brazilian, bulgarian, cambodian, canadian, colombian,
  croatian, cuban, czech, egyptian, ethiopian, european, filipino, finn, georgian, german, greek,
  haitian, hungarian, indian, indonesian, iranian, iraqi, israeli, italian, jamaican, jordanian,
  kenyan, korean, kurd, lebanese, libyan, lithuanian, latvian, mexican, mongolian, moroccan,
  nigerian, norwegian, pakistani, palestinian, persian, peruvian, pole, romanian, russian, rwandan,
  saudi, scot, serb, serbian, slav, somali, somalian, sudanese, swede, syrian, tamil, tunisian,
  turk, ugandan, ukrainian, uyghur, venezuelan, yemeni,
  latino, latina, hispanic, aboriginal, gypsy, immigrant, migrant, refugee, foreigner,
  asylum seeker,
  muslim, jew, christian, catholic, protestant, hindu, sikh, buddhist, mormon, atheist, shia, sunni,
  evangelical, yazidi,
  homosexual, gay, lesbian, bisexual, transsexual, transgender, transwoman, transman,
  female, girl, cripple, amputee`);

const IRREGULAR: Readonly<Record<string, string>> = {
  gypsies: 'gypsy',
  moslems: 'moslem',
  transwomen: 'transwoman',
  women: 'woman',
};

/** Names of groups that have no singular. */
const PLURALS = list('roma, gypsies, blacks, whites, men, dwarfs, paraplegics, schizophrenics');

/** Describe people when a noun for people follows. */
const ADJECTIVES = list(`
  black, white, brown, coloured, colored, native, indigenous, foreign, arabic, british, chinese,
  dutch, english, french, irish, japanese, jewish, islamic, kurdish, mixed race, non-white, polish,
  portuguese, roma, romani, scottish, slavic, spanish, swedish, turkish, vietnamese, welsh,
  trans, queer, straight, heterosexual, lgbt, lgbtq, intersex, nonbinary, disabled, handicapped,
  autistic, deaf, blind, wheelchair bound, mentally ill, elderly`);

/** Adjectives that name the people where an article stands before them: "the disabled". */
export const SUBSTANTIVES: ReadonlySet<string> = new Set(list(`
  disabled, handicapped, blind, deaf, elderly, chinese, japanese, irish, french, english, british,
  dutch, vietnamese, portuguese, romani, roma, polish, lebanese, sudanese, trans, queer, spanish`));

/** Nouns for people, after an adjective of a group. */
export const PEOPLE: Readonly<Record<string, 'plural' | 'singular'>> = {
  ...Object.fromEntries(
    list(`
      people, persons, men, women, folk, folks, males, females, girls, boys, kids, children, guys,
      families, communities, couples, youths, citizens, immigrants, migrants, refugees, students,
      believers, individuals, foreigners, travellers, dudes, chicks, ladies, tribes`).map(
      (noun) => [noun, 'plural' as const],
    ),
  ),
  ...Object.fromEntries(
    list('person, man, woman, guy, girl, boy, kid, child, dude').map((noun) => [
      noun,
      'singular' as const,
    ]),
  ),
};

/** Nouns that insult whoever they are said of; after a group's name they insult the group. */
export const NAMES_CALLED: ReadonlySet<string> = new Set(list(`
  scum, vermin, filth, bastard, bastards, bitch, bitches, whore, whores, slut, sluts, swine, freak,
  freaks, parasite, parasites, degenerate, degenerates, pervert, perverts, savages, cunt, cunts,
  shits, trash, subhumans, invaders, scumbag, scumbags, garbage, cockroaches`));

/** Of people: "people of colour", "people with disabilities", "people from Africa". */
export const PEOPLE_WHO: ReadonlySet<string> = new Set(list(`
  of color, of colour, with disabilities, with disability, with autism, with down, in wheelchairs,
  from africa, from asia, from mexico, from syria, from turkey, from india, from pakistan`));

/** Words that name belonging to a group, or begin a name of people. */
export const SIGN_WORDS: readonly string[] = list(`
  homosexuality, transgenderism, transsexuality, lesbianism, disabilities, autism, wheelchairs,
  color, colour`);

/** What the rules for misspellings make of a group's name and is a word of its own. */
const ORDINARY: ReadonlySet<string> = new Set(list(`
  backs, lacks, bak, tans, tarns, whits, writes, while, wite, germans, germs, german, chines, india,
  austrian, austrians, slovak, geek, geeks, crate, suns, poes, pols, scots, swede, swedes, turks,
  iran, iraq, mean, means, pearsian, blck, forein, brown, bown, bind, slav, salvs, save, slave,
  mexicans, indias, disable, gils, gills, girl, grils, femal, homer, latin, latins, latino`));

/** Every word that may name a group, in folded spelling. */
export const GROUP_WORDS: ReadonlyMap<string, GroupWord> = groupWords();

function groupWords(): ReadonlyMap<string, GroupWord> {
  const plain = new Map<string, GroupWord['form']>();
  for (const adjective of ADJECTIVES) plain.set(adjective, 'adjective');
  for (const noun of NOUNS) {
    plain.set(noun, 'singular');
    plain.set(`${noun}s`, 'plural');
  }
  for (const plural of PLURALS) plain.set(plural, 'plural');
  for (const [plural, noun] of Object.entries(IRREGULAR)) {
    plain.set(plural, 'plural');
    plain.set(noun, 'singular');
  }
  const words = new Map<string, GroupWord>();
  for (const [word, form] of plain) words.set(word, { form, misspelt: false });
  for (const [word, form] of plain) {
    for (const spelling of misspellingsOf(word)) {
      if (!words.has(spelling) && !ORDINARY.has(spelling)) {
        words.set(spelling, { form, misspelt: true });
      }
    }
  }
  return words;
}
