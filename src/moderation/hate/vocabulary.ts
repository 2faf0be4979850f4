import { list } from '../terms/list.js';

/** Words of which one matches, the longest first where one begins another. */
export const oneOf = (words: readonly string[]): string =>
  `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;

/** What denies human beings that they are any. */
export const SUBHUMAN = oneOf(list(`
  vermin, cockroach, cockroaches, roaches, rats, rodents, parasite, parasites, maggots, lice,
  locusts, leeches, ticks, subhuman, subhumans, sub humans?, apes, monkeys, baboons, insects,
  untermenschen, infestation, plague, cancer, tumou?r, disease, virus, infection, pest, pests,
  bacteria, bloodsuckers, hyenas, vultures, mongrels, inhuman, less than human, half human,
  barely human, weeds`));

/** Nouns for what is despised. */
export const DESPISED = oneOf(list(`
  animals, animal, beasts, beast, pigs, pig, dogs, dog, swine, snakes, worms, filth, scum, trash,
  garbage, rubbish, dirt, shit, sewage, poison, waste of (?:space|oxygen|air|skin|breath|life),
  savages, savage, barbarians, monsters, demons, devils, creatures, aliens, blight, scourge,
  curse, disgrace, menace, nuisance, abomination, abominations, embarrassment, stain, burden,
  burdens, drain, enemy, enemies, danger, threat, joke, jokes, mistake, mistakes, failure,
  failures, criminals, criminal, crooks, thieves, thief, rapists, rapist, murderers, killers,
  terrorists, terrorist, jihadis, pa?edophiles, pa?edophile, pa?edos, pedos, groomers, predators,
  perverts, pervert, freaks, freak, degenerates, deviants, weirdos, creeps, psychos, lunatics,
  idiots, idiot, morons, moron, imbeciles, retards, fools, losers, loser, liars, liar, cheats?,
  cheaters, cowards, traitors, traitor, invaders, freeloaders, spongers, scroungers, moochers,
  leechers, benefit cheats, whores, whore, sluts, bitches, bitch, hoes, hookers, prostitutes,
  gold diggers, cunts, bastards, assholes, objects, property, sex objects, baby machines, slaves,
  fanatics, extremists, the problem, rotten apples, social parasites, useless eaters,
  mental cases, sinners, things, the devil, devil worshippers, waste, nothing, nobodies, zero,
  fakes, frauds, impostors, puppets, cattle, livestock, vegetables, goats, ghouls, mutants,
  zombies, baggage, dead weight, bullies,
  drunks, drunkards, junkies, addicts, bums, beggars, layabouts`));

/** What may follow a noun that is only the first half of another. */
const HALF = oneOf(list(`
  collectors?, owners?, lovers?, survivors?, patients?, researchers?, specialists?, doctors?,
  nurses?, lawyers?, trainers?, breeders?, walkers?, rights, too, free, labou?r, of love, yet,
  victims?, hunters?, justice, to none, lawyer, that (?:needs?|deserves?|is loved)`));
export const NO_HALF = `(?! ${HALF}\\b)`;

/** Adjectives that despise whoever they are said of. */
export const VILE = oneOf(list(`
  disgusting, repulsive, revolting, repellent, vile, gross, evil, wicked, inferior, stupid, dumb,
  dumber, dumbest, stupidest, stupider, thick, worthless, useless, lazy, lazier, laziest, dirty,
  dirtier, dirtiest, filthy, filthiest, unclean, ugly, uglier, ugliest, stinky, smelly,
  sick in the head,
  sick(?! (?:of|and tired|with|from|people|leave|children|at|too|in|pay|or|because|today|more)),
  mentally ill, mentally sick, ill in the head, insane, crazy, mad, demented, deranged, retarded,
  perverted, immoral, godless, sinful, unnatural, abnormal, disordered, backwards?, primitive,
  uncivili[sz]ed, savage, barbaric, bloodthirsty, violent, dangerous, aggressive, greedy,
  greediest, sneaky, sly, dishonest, untrustworthy, corrupt, crooked, pathetic, weak, hysterical,
  irrational, illiterate, ignorant, incompetent, incapable, brainless, mindless, braindead,
  brain dead, deluded, delusional, hideous, despicable, contemptible, loathsome, detestable,
  abhorrent, repugnant, sickening, nasty, nastiest, awful, terrible, horrible, dreadful, toxic,
  rotten, undeserving, unfit, unwanted, unwelcome, worse, worst, lowest, lower than, lesser,
  beneath (?:me|us|men|him), below (?:me|us|men), bad people, bad, good for nothing, godawful,
  freakish, broken, defective, faulty, damaged, genetically, disposable, expendable, undesirable,
  parasitic, criminal, sex-crazed, wild, out of control, everything (?:that is )?wrong,
  what is wrong, to blame, the (?:root|source|cause|reason),
  born (?:criminals|thieves|liars|to serve), only good (?:for|at), only (?:good )?for,
  good for nothing, not human, vain, spineless, cowardly, treacherous, devious, manipulative,
  cruel, hateful, two faced, clueless, hopeless, confused, scary, creepy, weird, lame, losers`));

/** Named before the group: "filthy immigrants". */
export const VILE_BEFORE = oneOf(list(`
  disgusting, repulsive, vile, evil, inferior, stupid, dumb, worthless, useless, lazy, dirty,
  filthy, ugly, stinking, stinky, smelly, retarded, perverted, backward, primitive, uncivilised,
  uncivilized, barbaric, greedy, sneaky, pathetic, illiterate, brainless, despicable, nasty,
  rotten, parasitic, godforsaken, subhuman, goddamn, goddamned, damn, damned, bloody, fucking,
  fuckin, freaking, scummy, shitty, fat, thieving, lying, murderous, savage, crazy, bastard`));

/** Killing, in the form that "should be" takes. */
export const KILLED = oneOf(list(`
  killed, shot, exterminated, gassed, hanged, hung, lynched, burned, burnt, eradicated, wiped out,
  wiped off, executed, slaughtered, murdered, beheaded, drowned, stoned, put down, put to death,
  put out of, put in (?:the )?(?:ovens?|gas chambers?), eliminated, culled, sterili[sz]ed,
  castrated, crucified, raped, nuked, bombed, tortured, purged, annihilated, euthani[sz]ed,
  aborted, whipped, beaten, flogged, punched, enslaved, slapped, thrown off, run over, buried,
  smothered, cleansed, decapitated, electrocuted, stabbed, strangled, butchered, mutilated,
  skinned, set on fire, hit, destroyed, erased, extinguished`));

export const DIE = oneOf(list(`
  die, rot, burn, perish, hang, drown, starve, suffer, bleed, drop dead, kill themselves, fry,
  choke, go extinct, be dead, die out, never have been born, be no more, swing, feel pain`));

/** Driving out and keeping down. */
export const EXCLUDED = oneOf(list(`
  deported, expelled, banned, removed from, locked up, locked away, kicked out, thrown out,
  kept out, sent (?:back|home|away|to (?:camps|prison)), barred, caged, imprisoned, jailed,
  segregated, quarantined, isolated, punished, institutionali[sz]ed, silenced, hated, feared,
  ashamed, kept away, put in (?:camps|cages|prison|their place|jail|a home|an asylum),
  taught a lesson, rounded up,
  treated (?:like|as) (?:the )?(?:animals|dogs|criminals|slaves|dirt|objects|vermin|trash|enemies),
  shipped, shunned, owned, controlled, obedient, subservient, submissive, kept (?:in|on|under),
  driven out, chased, outlawed, illegal, fired, denied, disowned, spat on, turned away,
  got rid of, gotten rid of, removed, tagged, kept at home, stripped of, excluded, thrown in,
  dumped`));

export const LEAVE = oneOf(list(`
  go back, go home, go to hell, go away, get out, get lost, fuck off, piss off, bugger off,
  disappear, vanish, leave (?:our|this|my|us), shut up, shut their, know their place, obey,
  submit, crawl back, stay (?:in the kitchen|out of|away|in their|home|at home|in the closet|off),
  never be allowed, not exist, keep (?:quiet|their mouths|out|away|to themselves),
  stop (?:breeding|existing|whining|complaining|coming|having)|cease to, serve (?:men|us|their),
  learn their place, be quiet, jump off, remain in the kitchen, swim back, be ashamed`));

/** Killing, as a demand or an intention. */
export const KILL = oneOf(list(`
  kill, murder, shoot, gas, exterminate, slaughter, lynch, behead, execute, rape, wipe out, wipe,
  eradicate, annihilate, cull, drown, strangle, torture, castrate, sterili[sz]e, nuke, butcher,
  stab, hang, burn, burn down, hunt down, put down, put a bullet in(?:to)?, crucify, massacre,
  bomb, decapitate, euthani[sz]e, poison, set fire to`));
/** Violence in words that have other senses too. */
export const HURT = oneOf(list(`
  beat up, beat, punch, smash, bash, attack, hurt, hit, stone, slap, kick, hunt, whip, choke,
  purge, cleanse, eliminate, finish off, run over, get rid of, break, destroy, spit on, spit at,
  assault, shove, harass, cripple, cut, harm, throw (?:acid|rocks|stones) (?:at|on), go after`));
/** Driving out, as a demand. */
export const EXPEL = oneOf(list(`
  deport, ban, expel, kick out, throw out, send back, ship back, keep out, lock up, cage, fuck,
  screw, boycott, lock away, round up, drive out, chase away, chase out, ship off, ship out,
  get rid of, remove, fire, to hell with, down with, no more, enough of, stop hiring,
  stop letting in, shame on, never hire, never trust, never let, never help, never believe,
  do not trust, do not hire, do not let, do not feed, evict, outlaw, segregate, sack, curse, damn,
  spit on, death to`));
