import { list } from './list.js';
import type { EnglishGrade } from './word.js';

/** Words and expressions that bad-words does not have, under their grade. */
export const OWN_TERMS: Readonly<Record<EnglishGrade, readonly string[]>> = {
  strong: list(`
    apeshit, arsehole, arsewhole, ashole, ass hole, asshat, assclown, bag of dicks, batshit,
    bullshit, bullshite, bullshitter, chickenshit, cock sucker, crock of shit, cuntface, dickface,
    dickwad, dickweed, dickless, dipshit, dogshit, dumbfuck, eat a dick, fvck, horseshit,
    knobcheese, motherf, motherfker, motherfucker, motha fukka, mutha fukka, muthafukka,
    mothafukka, beyatch, biyatch, beeyotch, mutherfuck, phuck, shitbag, shitcan, shitface,
    shitfaced, shithole, shitless, shitload, shitpost, shitshow, shitstain, shitstorm, shiteater,
    son of a bitch, sonofabitch, sons of bitches, suck a dick, suck my cock, suck my dick,
    thundercunt, wankstain`),
  mild: list(`
    a-hole, bitchy, bollocking, dumbass, effing, friggin, frigging, goddam, godamn,
    godawful, azz, half-assed, jackass, smartass, sodding, sod off`),
  possible: list(`
    bollocks, cockwomble, cum bucket, dick head, dickish, douche, douchebag, douche bag,
    dck, fck, fcking, fkn, fuq, jerkoff, pissant, prickish, pssy, pussi, thot, titty`),
  slur: list(`
    camel jockey, kikes, spics, pakis, ching chong, gyppo, jewboy, jew boy, jigaboo, jungle bunny,
    mudslime, nig nog, nigglet, niglet, pikey, poofter, porch monkey, raghead, rag head, sand
    nigger, slant eye, slant-eyed, towelhead, towel head, turkroach, zipperhead`),
  possible_slur: list(`
    chinks, wogs, wops, yids, heebs, krauts, polacks, dykes, homos, dagos, beaner, chinaman,
    chinamen, christ killer, dago, darkie, golliwog, heeb, kaffir, mongoloid, muzzie, retarded,
    retards, spastic, spaz, squaw, tranny, trannie, trannies, troon, untermensch, untermenschen,
    wog, wop, yid`),
  sexual: list(`
    bukkake, camel toe, cameltoe, cum shot, cumslut, deepthroat, gang bang, hand job, handjob,
    jack off, jacking off, jerk off, jerking off, milf, rim job, rimjob, send nudes`),
};

/**
 * Words that must stand as they are, because what their endings make is another word: "cocker"
 * spaniel, "spicer", "pricked", "cummer bund".
 */
export const EXACT_TERMS: readonly string[] = list(`
    ass, asses, azz, arse, bum, chink, cock, cocks, coon, cum, cums, dago, darkie, dego, dick,
    dlck, dyke, fag, fags, fck, fux, heeb, hell, hells, homo, jap, japs, kike, kraut, kunt, muie,
    nob, pecker, picka, piss, polack, prick, pricks, puta, puto, retard, slut, sluts, slutty,
    spic, spaz, tit, tosser, turd, wog, wop, yid, god-dam, faen, feck`);

/** Words that are names of people too; as a name is written, they are let be. */
export const NAME_TERMS: readonly string[] = list(`
  boner, cnut, cock, wank, coon, cumming, dick, dyke, faget, ficken, fuk, fux, kike, kraut, kunt,
  paki, pecker, polack`);
