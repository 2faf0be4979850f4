const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Stand before a noun and are no description of it: "a", "such a", "one of the". */
export const ARTICLES = words('a an the such some another one just what');

/** Stand between "are" and what somebody is. A negation is not among them. */
export const ADVERBS = words(`
  a absolutely actually all always an also alone apparently basically both
  certainly clearly complete completely definitely either even evidently exactly extremely
  fucking goddamn honestly incredibly indeed just kinda literally more most much nothing but
  now obviously of only pretty quite rather really seriously simply so sort still such that the
  this too total totally truly unbelievably utterly very well`);

/** Words that stand between "you" and an insult that addresses somebody: "you stupid old fool". */
export const EPITHETS = words(`
  absolute all arrogant big bloated bloody blithering bigoted childish complete corrupt cowardly
  crazy cruel damn damned deluded dirty drooling dumb effing evil fake fascist fat feckless filthy
  foolish freaking fricking friggin frigging fucking gibbering giant goddam goddamn greedy gullible
  hateful hopeless hypocritical ignorant illiterate insufferable jealous lazy leftist leftwing
  liberal little lousy lying mad massive miserable nasty nazi obnoxious old paid pathetic petty
  pompous poor racist raging raving ridiculous right-wing rotten sad selfish sexist shameless sick
  silly simple slimy smelly smug snivelling sniveling sniveling sorry spineless spoiled stinking
  stinky stupid thick tiny total traitorous treacherous ugly uneducated unhinged useless utter
  vicious vile warmongering whining whiny wicked woke worthless young`);

/** Words that no description of a person holds: with one of them, the chain is broken. */
export const FUNCTION_WORDS = words(`
  a about after against all am an and another any are aren't as at be because been before being
  but by can can't could did didn't do does doesn't don't for from get got had has hasn't have
  haven't he her him his how i i'm i've if in into is isn't it it's its just let like make makes
  me my myself no nor not of off on one or our out over say saying said saw see she should since
  so some such than that the their them then there they they're this those to under unless until
  up us want was wasn't we we're were what when where whether which while who whoever whom whose
  why will with without won't would you you're your yours youre u ur call called calls calling
  hate hates love loves elect elected vote voted think thought believe trust support know knew
  met meet mean says tell told need needs never`);

/** People of whom a discussion speaks and whom its rules protect as well. */
export const PERSONS = words(`
  author writer journalist reporter editor columnist blogger op poster commenter commentator
  moderator moderators editors journalists reporters guy man woman dude lady person user
  presenter interviewer admin admins`);

/** What is no name though it stands with a capital at the beginning of a sentence. */
export const NO_SUBJECT_NAMES = words(`
  this that it everyone everybody who what there here one nobody someone somebody anybody anyone
  life which whoever mine i we these those such how when why where and but so then now only not
  being`);

/** Nouns that are verbs as well: "you fool nobody", "you troll them". */
export const VERB_NOUNS = words('fool troll jerk creep rat pig worm dog leech ape weasel joke trash');

/** Of these the adjective may be said without insult: "ignorant of the facts". */
export const MILD_WITH_OBJECT = words('ignorant clueless obtuse illiterate');
