import { list } from './list.js';
import type { Insult } from './word.js';

/**
 * Words that insult when they are aimed at a person. By themselves they are nothing: a law may be
 * stupid, and a circus has clowns.
 */
export const INSULTS: Readonly<Record<Insult, readonly string[]>> = {
  // Nobody is called this in earnest and in courtesy, so a third person counts as well.
  noun: list(`
    airhead, airheads, arsehole, arseholes, asshole, assholes, asshat, asshats, assclown,
    arsewipe, bastard, bastards, bellend, bellends, bitch, bitches, blockhead, blockheads,
    bonehead, boneheads, bozo, bozos, buffoon, buffoons, crackpot, crackpots, cretin, cretins,
    cunt, cunts, degenerate, degenerates, dickhead, dickheads, dimwit, dimwits, dipshit, dipshits,
    dirtbag, dirtbags, dolt, dolts, douche, douchebag, douchebags, dumbass, dumbasses, dunce,
    dunces, fatass, fucker, fuckers, fuckface, fuckwit, fuckwits, half wit, half wits, halfwit,
    halfwits, ignoramus, imbecile, imbeciles, idjit, idjits, ideeot, ideeots, ideot, ideots,
    idyot, idyots, eejit, eejits, idiot, idiots, idoit, jackass, jackasses, knobhead, knobheads,
    knucklehead, knuckleheads, lowlife, lowlifes, low life, moran, moron, morons, motherfucker,
    motherfuckers, nincompoop, nincompoops, nitwit, nitwits, numbnuts, numbskull, numbskulls,
    numskull, numskulls, nutcase, nutjob, pillock, pillocks, pinhead, pinheads, plonker, plonkers,
    prick, pricks, retard, retards, schmuck, schmucks, scumbag, scumbags, shithead, shitheads,
    simpleton, simpletons, sleazebag, slimeball, slut, sluts, son of     a bitch, sons of bitches,
    tosser, tossers, turd, twat, twats, wanker, wankers, whore, whores, piece of shit, pieces of
    shit, piece of crap, piece of garbage, piece of trash, piece of filth, waste of space, waste
    of oxygen, waste of skin, village idiot`),
  // Said of a third person these may be a description, an opinion or an animal.
  second_person_noun: list(`
    ape, ass, asses, baboon, bigot, bigots, clown, clowns, cockroach, cockroaches, coward, cowards,
    creep, creeps, cow, dick, dicks, disgrace, donkey, dummies, dummy, embarrassment, fascist,
    fascists, filth, fool, fools, freak, freaks, fraud, garbage, git, gits, hag, jerk, jerks, joke,
    leech, liar, liars, loser, losers, lunatic, lunatics, maggot, maggots, maniac, monkey, muppet,
    muppets, nazi, nazis, nutter, nutters, parasite, parasites, peasant, pig, pigs, prat, prats,
    psycho, psychopath, psychos, pussy, pussies, rat, rats, savage, savages, scum, sicko, sickos,
    skank, sheep, snowflake, snowflakes, sociopath, subhuman, subhumans, swine, thug, thugs, trash,
    troll, trolls, twerp, twerps, twit, twits, vermin, wacko, wackos, weasel, weirdo, weirdos,
    worm, worms`),
  adjective: list(`
    asinine, brain dead, braindead, brainless, clueless, contemptible, cretinous, deluded,
    delusional, demented, deranged, despicable, dim witted, dimwitted, disgusting, dumb, feeble
    minded, gutless, idiotic, ignorant, illiterate, imbecilic, inbred, moronic, obtuse, pathetic,
    repugnant, repulsive, retarded, sick in the head, spineless, stoopid,
    stupid, subhuman, ugly, vile,
    worthless, full of shit, full of crap, a waste of space, mentally ill, mentally deficient,
    mentally challenged, mentally retarded, not very bright, not too bright, thick as a brick,
    dumb as a rock, thicker than a brick`),
  coined: list(`
    conservatard, conservatards, democrap, democraps, demonrat, demonrats, demoncrat, demoncrats,
    dumbocrat, dumbocrats, feminazi, feminazis, leftard, leftards, libtard, libtards, libturd,
    libturds, magat, magats, magatard, magatards, obummer, remoaner, remoaners, repugnican,
    repugnicans, repuglican, repuglicans, republitard, republitards, rethuglican, rethuglicans,
    teabagger, teabaggers, trumptard, trumptards, covidiot, covidiots, sheeple`),
};
