import { list } from './list.js';

interface Subject {
  readonly terms: readonly string[];
  /** Words that are said when the subject is meant. */
  readonly near: readonly string[];
}

/** Subjects in which graded words are ordinary ones. */
const SUBJECTS: readonly Subject[] = [
  {
    terms: list('dyke, dykes'),
    near: list(`
      sea, storm, surge, flood, floods, flooded, flooding, river, rivers, water, drain, drains,
      drainage, ditch, ditches, fens, polder, embankment, estuary, coast, coastal, tide, dam, canal,
      lava, volcanic, magma, basalt, march, marches, proud, pride, bike, bikes`),
  },
  {
    terms: list('cock, cocks'),
    near: list(`
      hen, hens, rooster, chicken, chickens, crow, crows, crowed, crowing, dawn, feathers, poultry,
      farmyard, pheasant, pheasants, grouse, robin, bird, birds, pistol, hammer, gun, valve, tap`),
  },
  {
    terms: list('bitch, bitches, bitcher'),
    near: list(`
      dog, dogs, puppy, puppies, pups, litter, vet, breed, breeder, breeders, breeds, kennel,
      sire, whelp, whelping, crufts, champion, whippet, greyhound, greyhounds, retriever, collie,
      spaniel, labrador, terrier, hound, hounds, pedigree, springsteen`),
  },
  {
    terms: list('ass, asses'),
    near: list('donkey, ox, mule, manger, stable, wild, brayed, braying, cart, bridle, foal'),
  },
  {
    terms: list('tit, tits'),
    near: list(`
      bird, birds, feeder, nest, nests, nesting, finch, finches, robin, sparrow, sparrows, garden,
      woodland, blue, great, coal, willow, marsh, bearded`),
  },
  {
    terms: list('prick, pricks'),
    near: list(`
      fork, potato, potatoes, sausage, sausages, needle, needles, thorn, thorns, pin, finger,
      thumb, skin, test, pastry, dough, conscience, ears, vaccine, blood`),
  },
  {
    terms: list('spastic, mongoloid, retard, retards, retarded'),
    near: list(`
      paralysis, palsy, muscle, muscles, colon, diplegia, spasticity, patients, medical, clinical,
      growth, flame, fire, ignition, timing, spread, progress, diagnosis, anthropology, features`),
  },
  {
    terms: list('masturbat*, ejakulate, clit, clits, dildo, dildos, horny, boobs'),
    near: list(`
      education, health, doctor, doctors, study, studies, brochure, puberty, adolescents,
      adolescence, medical, sexuality, therapist, sexologist, newfoundland, surgery, implants,
      cancer, screening, toad, toads`),
  },
  {
    terms: list('faggot, faggots'),
    near: list('sticks, wood, firewood, bundle, bundles, peas, gravy, butcher, brushwood'),
  },
  {
    terms: list('coon, coons'),
    near: list('maine, cat, cats, hound, hounds, raccoon, hunting, breed, kitten, kittens'),
  },
  {
    terms: list('chink, chinks'),
    near: list('armor, armour, light, door, curtain, curtains, blinds, wall, fence, glasses'),
  },
  {
    terms: list('bastard, bastards'),
    near: list('chardonnay, wine, carolina, novel, book, film, heir, throne, illegitimate, wedlock, king, duke, william, sword, file, succession'),
  },
  {
    terms: list('whore, whores, slut, sluts'),
    near: list('babylon, playwright, ford, revelation, biblical, brothel, brothels'),
  },
  {
    terms: list('nigger, nigger*, niggers, wetback*, kike, gook, gooks, chinaman, negro'),
    near: list('narcissus, conrad, novel, title, film, movie, book, twain, huckleberry, finn, etymology, epithet'),
  },
  { terms: list('cum, cums'), near: list('column, columns, table, frequency, dividend, laude, grano, magna, summa, latin') },
  { terms: list('pecker, peckers'), near: list('wood, woodpecker, tree, trees, bird, birds') },
  { terms: list('bloody'), near: list('sunday, mary, assizes, tower, battle') },
  { terms: list('homo'), near: list('sapiens, erectus, species, fossil, fossils, latin, genus') },
  {
    terms: list('fag, fags'),
    near: list('smoke, smoking, smoked, cigarette, cigarettes, packet, pub, ash, lighter, break'),
  },
  { terms: list('kraut'), near: list('soup, cabbage, sauerkraut, bread, sausage, dish, fermented') },
  { terms: list('tranny, trannie'), near: list('transistor, radio, transmission, gearbox, car') },
  { terms: list('bum, bums'), near: list('lottery, rap, steer') },
];

/** Words that say that somebody is spoken to, so that no subject excuses the term. */
export const ADDRESSING: ReadonlySet<string> = new Set(
  list("you, your, youre, u, ur, yourself, he's, she's, shut, fuck, fucking, stupid, ugly, dirty"),
);

const NEAR = new Map(SUBJECTS.flatMap(({ terms, near }) => terms.map((term) => [term, near])));

/** The words near which a term is an ordinary one; null for none. */
export function excusedNear(term: string): ReadonlySet<string> | null {
  const near = NEAR.get(term);
  return near === undefined ? null : new Set(near);
}
