/**
 * Words by what they do in an attack or in the talk about one. They are no list of what is
 * forbidden: training decides what a class, or one class near another, is worth. Base forms; plain
 * endings are read as well.
 */
export const CLASS_WORDS = {
  fool: `
    airhead ape arsehole arsewipe asshat asshole assclown asswipe bastard bellend bimbo
    blockhead blowhard bonehead boob bozo brat bum buffoon bumpkin chump clod clot coward
    crackhead crackpot creep creton cretin crook cuck dickhead dickwad dimwit dingbat
    dipshit dipstick dirtbag ditz dolt doofus dope dork douche douchebag dullard dumbass
    dumbfuck dumbo dummy dunce dweeb egghead fatass fathead fatso fool freak freakshow
    fruitcake fucker fuckface fucktard fuckwad fuckwit geek git gimp goof goofball goon
    halfwit hack hag harpy hussy ignoramus idiot idoit imbecile ingrate jackass jagoff jerk
    jerkoff knobhead knucklehead leech lamebrain liar loon loony loser lowlife lunatic
    maniac meathead mental mongrel moron moran motherfucker muppet nerd nimrod nincompoop
    ninny nitwit nobody nobhead numbnuts numbskull numskull nutcase nutjob nutter oaf
    peabrain peasant perv pervert pig pillock pinhead pissant plonker poser prat prick
    psycho psychopath punk pussy putz quack rascal retard rat redneck scoundrel scum scumbag
    schmuck shithead shitbag shitstain shyster sicko simpleton simp skank slag sleazebag
    sleaze slimeball slob slut snake sociopath sod sorehead stooge swine thug toad tosser
    tool toolbag trollop turd twat twerp twit tramp trash trashbag wacko wackjob wanker
    weakling weasel weirdo whackjob whore windbag wimp worm wuss yahoo yokel yob yobbo chav
    idiots minger munter pleb spaz spastic bigmouth crybaby charlatan hypocrite hypocrit
    degenerate deadbeat doormat douchenozzle fraudster phony phoney grifter conman crone
    airheads arse lard lardass fatty blubber hoe ho thot tart bint wench knob nonce paedo
    gobshite eejit numpty wally berk daft dullards imbeciles oik plank spanner tit tits melt
    bellends`,
  soft: `
    clown joke troll puppet shill sheep sheeple snowflake fanboy lackey minion parrot bully
    bigot racist sexist fascist nazi commie communist marxist zealot extremist fanatic hater
    hypocrite crybaby drama queen child children baby toddler kid kiddie teenager amateur
    failure disgrace embarrassment fraud dinosaur relic vandal sockpuppet stalker vulture
    whiner cheat coward traitor turncoat sellout tyrant dictator despot swamp cult cultist
    scaremonger warmonger apologist bootlicker brownnoser karen boomer incel neckbeard
    virgin libs lefty leftist rightwinger wingnut moonbat warlord kleptocrat narcissist
    egomaniac megalomaniac imposter impostor witch hag nonentity hooligan scab crony tool
    mouthpiece propagandist elitist misogynist homophobe xenophobe antisemite supremacist
    denier bellyacher chump freeloader scrounger sponger moocher layabout slacker`,
  adjective: `
    stupid dumb idiotic moronic imbecilic cretinous asinine brainless braindead brainwashed
    clueless gormless witless mindless ignorant illiterate uneducated incompetent inept
    useless worthless hopeless pathetic pitiful laughable ridiculous ludicrous absurd
    retarded daft dense dim dimwitted thick slow obtuse foolish silly childish immature
    infantile juvenile petty arrogant pompous smug conceited selfish greedy spoiled entitled
    lazy fat ugly obese bald smelly stinky stinking filthy dirty nasty rotten slimy sleazy
    creepy vile disgusting repulsive repugnant despicable contemptible detestable loathsome
    odious hateful spiteful vicious evil wicked sick twisted perverted depraved deranged
    demented delusional deluded insane crazy mad nuts bonkers unhinged psychotic mental
    senile lame spineless gutless cowardly weak feeble crooked corrupt dishonest lying
    deceitful shameless shameful hypocritical bigoted racist sexist fascist treasonous
    traitorous treacherous miserable sad sorry wretched lousy crappy shitty bitchy whiny
    butthurt inbred backward subhuman degenerate gullible sheepish blithering ungrateful
    heartless cruel toxic insufferable obnoxious annoying irritating jealous bitter
    brain-dead inferior lowly lowbrow unintelligent dopey dippy loony nutty wacky barmy
    potty moron dull talentless classless tacky trashy skanky slutty whorish frigid impotent
    limp flabby greasy oily scummy grubby`,
  partisan: `
    libtard leftard libturd libturds conservatard democrap demonrat demoncrat dumbocrat
    feminazi magat magatard obummer odumbo remoaner repugnican repuglican republitard repuke
    rethuglican teabagger trumptard trumpster trumpanzee trumper drumpf covidiot brandon
    antivaxxer gammon brexshit killary hitlery bidumb libtardism dumbocrats demtard lieberal
    libs dems rino rinos fauxnews faux fux cheeto orangeman trumpturd trumpkin soyboy
    cuckservative woketard sjw wokester maggot magats commiecrat democrook
    communistnewsnetwork`,
  fuck: `
    fuck fuk fck fcuk phuck fucking fuckin fking fkn fukin fucked fucker fuckers
    motherfucker motherfucking mofo wtf stfu gtfo ffs fuckoff fuckyou fu effing frigging
    friggin frick fricking freaking cunt cunts cocksucker clusterfuck`,
  shit: `
    shit shite shitty bullshit bs horseshit dogshit bullcrap shitload shitshow crap crappy
    craps poop poo turd feces faeces piss pissed pisses pissing fart vomit puke barf
    shithole ass arse asses butt bollocks bugger bloody balls`,
  damn: `
    damn damned dammit goddamn goddam darn hell heck jeez screw sucks suck sucked bitch
    bitches bitching bastard`,
  sexual: `
    penis dick cock pecker schlong vagina pussy clit boob boobs tit tits titties nipple anus
    anal arsehole asshole butthole balls ballsack testicle scrotum nuts cum semen sperm jizz
    blowjob handjob rimjob bj masturbate wank jerkoff orgasm horny boner erection dildo porn
    porno sex sexy nude naked hooker prostitute whore slut rape raped molest pedophile bang
    hump fellatio cunnilingus deepthroat threesome gangbang milf stripper panties thong suck
    sucking lick licking fap cocks cumming ejaculate virgin fondle grope spank bukkake
    creampie bareback`,
  slur: `
    nigger nigga niggers niglet coon jigaboo spook darkie darky sambo kike heeb yid hymie
    sheeny chink gook slope nip jap japs zipperhead wetback beaner spic greaser raghead
    towelhead sandnigger camel jockey paki muzzie mudslime gypsy gypo gyppo pikey wop dago
    guido polack kraut frog limey cracker honky honkey whitey gringo redskin injun squaw fag
    faggot fags poof poofter queer homo dyke lesbo tranny trannies shemale heshe troon
    retard spastic mongoloid mong cripple gimp negro negroes halfbreed goyim shiksa infidel
    kafir kaffir papist jewboy`,
  group: `
    muslim islam islamic jew jewish judaism zionist christian catholic protestant
    evangelical mormon hindu sikh buddhist atheist religion religious black white asian
    african arab mexican latino latina hispanic indian chinese japanese korean pakistani
    turk turkish armenian azeri greek albanian serb serbian croat bosnian polish pole
    russian ukrainian german french italian irish english british american canadian
    australian israeli palestinian iranian iraqi syrian afghan somali nigerian romanian roma
    gypsies native aboriginal immigrant migrant refugee foreigner alien illegal gay gays
    lesbian homosexual homosexuality bisexual trans transgender transsexual lgbt lgbtq queer
    woman women female girl man men male feminist feminism disabled autistic deaf blind
    elderly race ethnic minority minorities blacks whites jews muslims arabs asians
    wheelchair dwarf disability`,
  kill: `
    kill killing murder shoot shot hang hanged lynch stab strangle choke slaughter butcher
    behead burn bomb gas execute exterminate eradicate annihilate poison drown crush smash
    beat punch kick slap whip hurt harm torture maim cripple destroy attack hunt rape bullet
    gun rifle noose knife rope gallows guillotine axe hammer firing squad nuke genocide cull
    euthanize neuter castrate sterilize lobotomy`,
  die: `
    die dies died dying dead death suicide grave coffin corpse rot perish cancer aids
    disease heart attack hell funeral buried rip oxygen breathe breathing cliff bridge
    bleach hospital regret`,
  vermin: `
    vermin cockroach roach rat rodent maggot parasite leech tick worm snake dog dogs pig
    swine monkey ape baboon chimp gorilla orangutan animal beast savage barbarian barbaric
    subhuman untermensch filth scum trash garbage rubbish waste dirt cancer plague virus
    disease pest infestation locust hyena jackal vulture cattle cow goat donkey mule
    creature thing things monster demon devil satan spawn zombie cesspool sewer invaders
    infest infesting swarm breed breeding inferior abomination`,
  crime: `
    criminal crook thief thieves liar lies lied lying murderer killer rapist pedophile pedo
    paedophile molester terrorist terrorism jihadi traitor treason fraud corrupt corruption
    racist racism nazi hitler fascist fascism dictator mafia gangster prison jail arrest
    lock indict impeach bribe steal stealing stole cheat cheated cheating guilty crime
    perjury propaganda brainwash groomer grooming predator scam scammer con grifter`,
  disgust: `
    disgusting disgusted disgust disgrace disgraceful vile evil ashamed shame shameful gross
    sick sickening pathetic horrible horrid terrible awful worst garbage trash rubbish crap
    nonsense drivel tripe rant bile hate hatred venom atrocious appalling abysmal dreadful
    revolting nauseating repellent foul putrid stench stink stinks ugly hideous cringe joke
    laughingstock embarrassment moronic idiocy stupidity ignorance insanity madness lunacy
    hypocrisy cowardice incompetence arrogance audacity`,
  mad: `
    crazy insane insanity delusional delusion psycho psychotic demented dementia senile
    alzheimer mental mentally nuts nutcase nutjob lunatic unhinged deranged derangement
    schizo schizophrenic meds medication asylum therapy therapist psychiatrist psychiatric
    unstable unwell lobotomy retarded autistic autism moron narcissist sociopath psychopath
    looney loony cuckoo bonkers paranoid rabies tinfoil hysterical triggered meltdown`,
  brain: `
    brain brains braincell iq intelligence intellect intellectual cell cells clue education
    educated school literate literacy grammar spell spelling mother mom momma mama mum mommy
    dad daddy sister wife basement cave rock room temperature birth born parents abortion
    inbred cousin life loser friends girlfriend laid virginity`,
  you: `
    you u ya ye yo your yours ur youre yourself yourselves thee thou thy yall yous youse
    y'all you're`,
  they: `
    he she they him her them his hers their theirs himself herself themselves these those
    who people guy guys man woman dude lady bloke chick bunch lot ones folks`,
  be: `
    be am are is was were being been re aint isnt arent`,
  not: `
    not no never dont don't doesnt doesn't didnt didn't isn't aren't wasn't weren't cannot
    cant can't won't wont wouldn't shouldn't without nobody none neither nor stop against
    condemn unacceptable wrong`,
  away: `
    shut stfu gtfo leave begone lost scram bugger piss sod fuck off away outta deport
    deported banish ban expel kick remove back home country where came belong go get crawl
    stay zip keep mouth trap hole pie`,
  thanks: `
    thanks thank thx cheers please welcome appreciate appreciated grateful sorry apologies
    apologize apologise hello hi regards kind kindly congratulations congrats glad happy
    pleased hope helpful nice great good excellent wonderful lovely beautiful love loved
    agree agreed respect peace best wishes luck hug enjoy enjoyed amazing awesome fantastic
    brilliant interesting useful perhaps maybe possibly suggest suggestion`,
  very: `
    so such very really total totally complete completely absolute absolutely utter utterly
    fucking bloody damn freaking pure nothing just only most all literally big little old
    stupid what how real`,
  hate: `
    hate hated hates hating despise loathe detest resent dislike cannot stand sick tired fed
    wish want hope deserve deserves need needs should must ought gotta going gonna will`,
  me: `
    i im i'm i've ive i'd id i'll me my mine myself we us our ours`,
  said: `
    say says said saying call called calls calling told tells quote quoted word words term
    terms phrase comment wrote written writes write article reported reports report
    according claims claimed statement accused alleged allegedly convicted suspect police
    court judge victim victims study law charges trial sentence sentenced survivors history
    documentary film book character movie`,
  laugh: `
    lol lmao lmfao rofl haha hahaha hahahaha ha hehe lolol smh omg wtf duh bruh kek xd yawn
    boo hoo cry crying whine whining tears`,
} as const satisfies Readonly<Record<string, string>>;
