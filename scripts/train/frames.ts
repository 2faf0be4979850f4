/**
 * The frames of the sentences that are made up for training, and what stands in their slots. All of
 * them are ours. They teach what named data has too little of: innocent talk that names groups,
 * crimes and animals; quotation, negation and counter-speech; attacks on groups, on readers and on
 * people in the news.
 */
const split = (text: string): readonly string[] => text.trim().split(/\s*[|\n]\s*/u);

export const SLOTS: Readonly<Record<string, readonly string[]>> = {
  people: split(`
    muslims|jews|christians|catholics|hindus|sikhs|atheists|black people|white people|asians
    africans|arabs|mexicans|latinos|immigrants|refugees|migrants|foreigners|gay people|gays
    lesbians|bisexual people|trans people|trans women|transgender people|women|men
    disabled people|autistic people|old people|deaf people|jewish people|muslim women
    gay men|black men|black women|turks|poles|russians|chinese people|indians|pakistanis
    roma people|native americans|israelis|palestinians|germans|the irish`),
  self: split(`
    a gay man|a lesbian|a muslim|a jew|jewish|muslim|gay|black|a black woman|a trans woman
    transgender|bisexual|a christian|catholic|an atheist|a hindu|a sikh|an immigrant
    a refugee|disabled|deaf|blind|autistic|a woman|a feminist|asian|mexican|latina|arab
    african|chinese|an indian|queer|a gay muslim|a black gay man|a jewish lesbian
    a disabled veteran|a trans man|turkish|polish|white|a white man|a homosexual|russian
    a wheelchair user|gay|lesbian|trans|black|homosexual|a woman of colour|indigenous
    a jew and gay|a black muslim`),
  thing: split(`
    this weather|my old laptop|the new timetable|that decision|this recipe|mondays
    the parking fee|that song|their new album|this app|the traffic|my alarm clock|broccoli
    this film|the tax form|this plan|the new law|the referendum|that headline|the design
    the budget`),
  trade: split(`
    bankers|landlords|politicians|lawyers|referees|tourists|cyclists|estate agents
    developers|managers|journalists|artists|students|drivers|banks|insurers|voters|liberals
    conservatives|democrats|republicans|socialists|capitalists`),
  public: split(`
    the mayor|the president|the prime minister|the senator|the minister|the governor|trump
    biden|the council|the government|the author|the reporter|the columnist|the editor
    the judge|the premier|the bishop|the coach|the party|congress|the opposition|obama
    clinton|boris`),
  camp: split(`
    liberals|conservatives|democrats|republicans|lefties|the left|the right|trump supporters
    the media|politicians|these people|greens|tories|voters like that|the liberals
    progressives`),
  beast: split(`
    vermin|animals|parasites|rats|cockroaches|scum|filth|pigs|subhuman|a cancer|a plague
    a disease|savages|trash|garbage|leeches|dogs|apes|monkeys|inferior|disgusting|worthless
    evil`),
  crime: split(`
    criminals|rapists|terrorists|thieves|murderers|pedophiles|liars|invaders`),
  deed: split(`
    killed|shot|deported|exterminated|gassed|hanged|burned|wiped out|locked up|sterilised
    put down|thrown out|eradicated|beaten`),
  fool: split(`
    idiot|moron|imbecile|fool|clown|loser|cretin|buffoon|dimwit|halfwit|nitwit|simpleton
    jackass|asshole|douchebag|scumbag|dirtbag|lowlife|creep|pervert|sicko|coward|weasel
    snake|pig|rat|liar|fraud|crook|thug|traitor|hypocrite|bigot|racist|fascist|nazi|lunatic
    nutjob|wacko|psycho|jerk|prick|dick|bastard|bitch|witch|hag|cow|twit|twat|wanker|tosser
    muppet|numpty|dunce|dolt|troll|crybaby|snowflake|parasite|leech|maggot|worm|turd|retard
    bozo|bonehead|airhead|ignoramus|windbag|blowhard|nutcase|degenerate|scum|trash
    waste of space|piece of garbage|disgrace|joke|punk|tool|shill|charlatan|schmuck|dirt bag
    half wit|dumbass|dipshit`),
  fools: split(`
    idiots|morons|imbeciles|fools|clowns|losers|cretins|buffoons|dimwits|nitwits|jackasses
    assholes|scumbags|creeps|perverts|cowards|weasels|pigs|rats|liars|frauds|crooks|thugs
    traitors|hypocrites|bigots|racists|fascists|nazis|lunatics|nutjobs|psychos|jerks
    bastards|trolls|bums|crybabies|snowflakes|parasites|leeches|maggots|sheep|retards
    degenerates|scum|trash|bozos|hacks|demons|zombies|goons|punks|bimbos|nutcases|dumbasses
    imbeciles`),
  adjective: split(`
    stupid|dumb|idiotic|moronic|pathetic|clueless|ignorant|disgusting|vile|despicable
    brainless|braindead|brainwashed|useless|worthless|spineless|gutless|delusional|deranged
    demented|insane|crazy|corrupt|crooked|evil|filthy|sleazy|slimy|fat|ugly|lazy|greedy
    arrogant|pompous|hateful|racist|senile|mental|sick|twisted|contemptible|incompetent
    retarded|bigoted|uneducated`),
  partisan: split(`
    libtards|libtard|leftards|libturds|conservatards|democraps|demonrats|demoncrats|repugs
    repukes|republitards|rethuglicans|trumptards|trumpanzees|magats|magatards|feminazis
    remoaners|gammons|teabaggers|covidiots|sheeple|wingnuts|moonbats|wokesters|sjws`),
};

/** Who people are, and that groups are there: innocent, whoever is named. */
export const IDENTITY_FRAMES = split(`
    I am {self}.|I am {self} and I live in Leeds.
    As {self}, I read this article with interest.|My best friend is {self}.
    My neighbour is {self} and bakes the best bread.|She is {self}, and so what?
    My mother is {self}.|My father was {self}.|My wife is {self} and works for the city.
    Our teacher is {self}.|He told his parents that he is {self}.
    We are proud of our {people} colleagues.|I was raised as {self}.
    {people} have lived in this town for centuries.
    Many {people} voted in the last election.|The museum opens an exhibition about {people}.
    The bill protects {people} at work.|Our church welcomes {people}.|I love {people}.
    {people} are great.|{people} deserve equal rights.|{people} are people like you and me.
    There are {people} in every profession.|The mayor met {people} on Friday.
    Some {people} disagree with the bishop.|I know a lot of {people}.
    A new study looks at how {people} use health services.
    {people} celebrate the holiday today.|I don't hate {people}.
    I have nothing against {people}.|No one should be attacked for being {self}.|{self}.
    I'm {self}.|I am {self} too.|Yes, I am {self}.|You are {self}, right?|Are you {self}?
    I am {self}, and happy.|My son is {self}.|My colleague is {self}.
    I am {self} and proud of it.|The author is {self}.|He is {self}.|I think he is {self}.
    We are {people}.|Support for {people} is growing.|{people} came to the festival.
    {people}|{people}!|The {people}`);

export const CLEAN_FRAMES = split(`
    It is wrong to say that {people} are {beast}.|{people} are not {beast}.
    {people} are not {crime}.|Nobody has the right to call {people} {beast}.
    Stop calling {people} {beast}.|Saying that {people} should be {deed} is disgusting.
    "{people} are {beast}" is exactly the hate we must reject.
    He was convicted for writing that {people} should be {deed}.
    I hate it when people insult {people}.|They called me names because I am {self}.
    It hurts to be attacked for being {self}.
    Hatred against {people} has risen, the police say.
    Racists who say "{people} are {crime}" are wrong.
    We will never accept violence against {people}.|Whoever attacks {people} attacks us all.
    I am tired of reading that {people} are {crime}; it is a lie.
    Thousands of {people} were {deed} in the war, and the memorial remembers them.
    In 1942 {people} from the town were {deed}.
    The report says {people} were {deed} by soldiers.
    The police shot a man near the station on Tuesday.
    The court heard how the victim was murdered.|Two people died in the crash.
    The bomb killed twelve people, officials said.
    The murderer was sentenced to life in prison.
    A terrorist attack was prevented, the minister said.
    He was charged with rape and murder.|The suspect had stabbed his wife with a knife.
    The paper reported on sexual abuse in the church.|The victim of the rape spoke in court.
    I hate {thing}.|{thing} is driving me crazy.|I could kill for a coffee.
    {thing} should be scrapped.|{thing} is {adjective}.|{thing} is a disgrace.
    {thing} is a joke.|What a {adjective} idea.|This is nonsense.
    You're killing it, congratulations!|That joke killed me.
    {trade} have to follow the rules too.|{trade} should pay more tax.
    I don't agree with you about {trade}.|You are wrong about {trade}.
    You are right, {trade} are not to blame.|Thank you for speaking up for {people}.
    I disagree with {public}.|{public} is wrong about {thing}.|{public} should resign.
    {public} has failed us.|{public} lied about the budget.
    I will never vote for {public} again.|{public} wasted our money.
    I blame {public} for {thing}.|{public} does not understand {thing}.
    Why does {public} defend {trade}?|{public} is right about this.
    {public} announced new rules for {trade}.|{public} met {trade} today.
    I don't trust {public}.|{camp} will not like this.|{camp} have a point here.
    {camp} voted against it.|{camp} are wrong on taxes.|{camp} and {trade} both lost seats.
    I used to vote for {camp}.|The film is about {people} who were treated as {beast}.
    I would never call anyone {beast}.|You are not {adjective}.
    Nobody said you are a {fool}.|He called me a {fool} and I laughed.
    Please don't call each other {fools}.|I felt like a {fool} when I lost the key.
    I was such a {fool}.|The word "{fool}" comes from the Greek.
    She asked me not to use the word {fool}.|He said "{fool}" on air.
    {public} called {public} a {fool}, the paper says.|I am not a {fool}, I read the report.
    What a stupid rule, to be honest.
    The plan is {adjective}, and I say that as a supporter.|I made a {adjective} mistake.
    We all do {adjective} things.|I'm so stupid, I forgot the date.
    Rats were seen in the kitchen of the restaurant.|The dog bit the postman.
    The parasites live in the fish.|The pigs escaped from the farm.
    The snake lay in the sun.|A worm was found in the apple.
    The cock and the hens sleep in the barn.|The breeder sold the bitch with her puppies.
    Dick Whitman writes well.|Richard, whom we call Dick, was a kind man.
    The donkey, or ass, is a patient animal.|Holy shit, what a game!
    That was fucking brilliant.|Damn, I missed the bus.|This is so fucking good.
    Hell yes, we won!|My ass hurts from cycling.|Oh crap, I forgot the milk.
    No shit, it rained all week.|Crime has gone up under this mayor.
    The minister denied that he is a racist.|Is this racist or not?`);

export const HATEFUL_FRAMES = split(`
    I hate {people}.|{people} are {beast}.|{people} are {crime}.|All {people} are {beast}.
    {people} are nothing but {beast}.|{people} should be {deed}.
    {people} deserve to be {deed}.|Why are {people} all {crime}?
    I can't stand {people}, they are {beast}.|{people} make me sick.
    We need to get rid of all {people}.|{people} do not belong in our country.
    Send all {people} back.|The world would be better without {people}.
    If I see {people} I feel like hurting them.|{people} have no right to live here.
    I despise {people}.|{people} are ruining this country.|{people} are less than human.
    Nobody wants {people} here.|{people} must disappear.
    You are just {beast} like all {people}.|All {people} are the same: {beast}.
    {people} are ugly and stupid.|{people} are all stupid.
    You can't trust {people}, they are {crime}.|Keep {people} away from our children.
    I wish all {people} would die.|Kill all {people}.|Death to {people}.
    Disgusting {people}.|{people} are {adjective}.|{people} are {fools}.
    I don't want {people} anywhere near me.|Those {people} are {beast} and should be {deed}.
    These {people} breed like {beast}.`);

export const PERSONAL_FRAMES = split(`
    You are {beast}.|People like you are a waste of oxygen.
    People like you should not be allowed to vote.|You are a sad little man.
    You have the brain of a goldfish.|Nobody asked you, clown.
    You must be the dumbest person here.|What a {fool} you are.|Crawl back under your rock.
    Go back to your cave, troll.|You {fool}.|You {adjective} {fool}!|You're a {fool}.
    You are such a {adjective} {fool}.|You {fools} are all the same.|Shut up, {fool}.
    Your mother must be so ashamed of you.|You clearly never finished school.
    Did your mummy write that for you?|The author of this piece is a {fool}.
    {public} is a {fool}.|{public} is a {adjective} {fool}.|{public} is {adjective}.
    {public} is a {fool} and a {fool}.|What a {fool} {public} is.
    That {adjective} {fool} ruined us.|He is a {fool}.|She is a {adjective} {fool}.
    He's nothing but a {fool}.|{public} has always been a {fool}.|Ignore this {fool}.
    What a bunch of {fools}.|{camp} are {fools}.|{camp} are {adjective}.
    All {camp} are {adjective} {fools}.|Only {fools} believe {public}.
    These {fools} will believe anything.|{adjective} {fools}, all of them.
    {partisan} are ruining this country.|Typical {partisan}.|The {partisan} are at it again.
    {partisan} hate freedom.|You {partisan} make me laugh.|Another lie from the {partisan}.
    {partisan} are {adjective}.|You people are {beast}.
    You are too {adjective} to understand it.|Get a life, you loser.
    You are as thick as a brick.|Only a {fool} would write this.|You make me sick.
    How {adjective} are you?|Do the world a favour and stop breathing.
    Nobody would miss you.|The world would be a better place without you.
    I hope you choke on it.|You will get what is coming to you.
    You deserve everything bad that happens to you.|Take your meds, grandpa.
    You are a disgrace to your profession.|You spineless coward.
    What a pathetic excuse for a human being you are.
    Everyone who voted for him is brain dead.|{public} belongs in a cage.
    {public} should be hanged for treason.|{camp} belong in prison.`);

/** What of the frames wishes harm to somebody. */
export const HARMING = /kill|death|die|\{deed\}|hurting|choke|breathing|coming to you|hanged/iu;
