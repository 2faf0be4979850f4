import { normalize } from '../../src/text/normalize.js';
import type { Random } from '../figures/random.js';
import type { Labels, Row } from './rows.js';

/**
 * Sentences of our own, so that the name of a group by itself says nothing: who people are, speech
 * against hate, quotation and negation beside attacks on groups, persons and things.
 */
const split = (text: string): readonly string[] => text.trim().split(/\s*[|\n]\s*/u);

const PEOPLE = split(`muslims|jews|christians|catholics|hindus|sikhs|atheists|black people|white people
  asians|africans|arabs|mexicans|latinos|immigrants|refugees|migrants|foreigners|gay people|gays
  lesbians|bisexual people|trans people|trans women|transgender people|women|men|disabled people
  autistic people|old people|deaf people|jewish people|muslim women|gay men|black men|black women
  turks|poles|russians|chinese people|indians|pakistanis|roma people|native americans|israelis
  palestinians|germans|the irish`);
const SELVES = split(`a gay man|a lesbian|a muslim|a jew|jewish|muslim|gay|black|a black woman|a trans woman
  transgender|bisexual|a christian|catholic|an atheist|a hindu|a sikh|an immigrant|a refugee|disabled
  deaf|blind|autistic|a woman|a feminist|asian|mexican|latina|arab|african|chinese|an indian|queer
  a gay muslim|a black gay man|a jewish lesbian|a disabled veteran|a trans man|turkish|polish`);
const THINGS = split(`this weather|my old laptop|the new timetable|that referee call|this recipe|mondays
  the parking fee|that song|their new album|this app|the traffic|my alarm clock|broccoli|this film`);
const TRADES = split(`bankers|landlords|politicians|lawyers|referees|tourists|cyclists|estate agents
  developers|managers|journalists|artists|students|drivers|banks|insurers`);
const BEASTS = split(`vermin|animals|parasites|rats|cockroaches|scum|filth|pigs|subhuman|a cancer|a plague
  a disease|savages|trash|garbage|leeches|dogs|apes|monkeys|inferior|disgusting|worthless|evil`);
const CRIMES = split(`criminals|rapists|terrorists|thieves|murderers|pedophiles|liars|invaders`);
const DEEDS = split(`killed|shot|deported|exterminated|gassed|hanged|burned|wiped out|locked up|sterilised
  put down|thrown out|eradicated|beaten`);

const CLEAN = split(`I am {self}.|I am {self} and I live in Leeds.|As {self}, I read this article with interest.
  My best friend is {self}.|My neighbour is {self} and bakes the best bread.|She is {self}, and so what?
  He told his parents that he is {self}.|We are proud of our {people} colleagues.
  {people} have lived in this town for centuries.|Many {people} voted in the last election.
  The museum opens an exhibition about {people}.|The bill protects {people} at work.
  Our church welcomes {people}.|I love {people}.|{people} are great.|{people} deserve equal rights.
  {people} are people like you and me.|There are {people} in every profession.
  The mayor met {people} on Friday.|Some {people} disagree with the bishop.|I know a lot of {people}.
  A new study looks at how {people} use health services.|{people} celebrate the holiday today.
  I don't hate {people}.|I have nothing against {people}.|No one should be attacked for being {self}.
  It is wrong to say that {people} are {beast}.|{people} are not {beast}.|{people} are not {crime}.
  Nobody has the right to call {people} {beast}.|Stop calling {people} {beast}.
  Saying that {people} should be {deed} is disgusting.|"{people} are {beast}" is exactly the hate we must reject.
  He was convicted for writing that {people} should be {deed}.|I hate it when people insult {people}.
  They called me names because I am {self}.|It hurts to be attacked for being {self}.
  Hatred against {people} has risen, the police say.|Racists who say "{people} are {crime}" are wrong.
  We will never accept violence against {people}.|Whoever attacks {people} attacks us all.
  I am tired of reading that {people} are {crime}; it is a lie.
  Thousands of {people} were {deed} in the war, and the memorial remembers them.
  In 1942 {people} from the town were {deed}.|The report says {people} were {deed} by soldiers.
  The police shot a man near the station on Tuesday.|The court heard how the victim was murdered.
  Two people died in the crash.|The bomb killed twelve people, officials said.
  I hate {thing}.|{thing} is driving me crazy.|I could kill for a coffee.|{thing} should be scrapped.
  You're killing it, congratulations!|That joke killed me.|{trade} have to follow the rules too.
  {trade} should pay more tax.|I don't agree with you about {trade}.|You are wrong about {trade}.
  You are right, {trade} are not to blame.|Thank you for speaking up for {people}.
  The film is about {people} who were treated as {beast}.|I would never call anyone {beast}.
  You are not stupid.|Nobody said you are an idiot.|He called me an idiot and I laughed.
  Please don't call each other idiots.|I felt like an idiot when I lost the key.
  The word "idiot" comes from the Greek.|What a stupid rule, to be honest.
  The plan is idiotic, and I say that as a supporter.|This policy is a disgrace.
  Rats were seen in the kitchen of the restaurant.|The dog bit the postman.|The parasites live in the gut of the fish.
  The government lied about the budget.|The minister should resign.|Crime has gone up under this mayor.`);

const HATEFUL = split(`I hate {people}.|{people} are {beast}.|{people} are {crime}.|All {people} are {beast}.
  {people} are nothing but {beast}.|{people} should be {deed}.|{people} deserve to be {deed}.
  Why are {people} all {crime}?|I can't stand {people}, they are {beast}.|{people} make me sick.
  We need to get rid of all {people}.|{people} do not belong in our country.|Send all {people} back.
  The world would be better without {people}.|If I see {people} I feel like hurting them.
  {people} have no right to live here.|I despise {people}.|{people} are ruining this country.
  {people} are less than human.|Nobody wants {people} here.|{people} must disappear.
  You are just {beast} like all {people}.|All {people} are the same: {beast}.|{people} are ugly and stupid.
  {people} are all stupid.|You can't trust {people}, they are {crime}.|Keep {people} away from our children.
  I wish all {people} would die.|Kill all {people}.|Death to {people}.|Disgusting {people}.
  Those {people} are {beast} and should be {deed}.|These {people} breed like {beast}.`);
const THREATENING = /kill|death|die|\{deed\}|hurting/iu;

const PERSONAL = split(`You are {beast}.|People like you are a waste of oxygen.|People like you should not be allowed to vote.
  You are a sad little man.|You have the brain of a goldfish.|Nobody asked you, clown.|You must be the dumbest person here.
  What an imbecile you are.|Crawl back under your rock.|Go back to your cave, troll.
  Your mother must be so ashamed of you.|You clearly never finished school.|Did your mummy write that for you?
  The author of this piece is {beast}.|The mayor is {beast} and a liar.|He is {beast}.|She is a lying witch.
  You people are {beast}.|You are too stupid to understand it.|Get a life, you loser.
  You are as thick as a brick.|Only a moron would write this.|You make me sick.
  Do the world a favour and stop breathing.|Nobody would miss you.|The world would be a better place without you.
  I hope you choke on it.|You will get what is coming to you.|You deserve everything bad that happens to you.
  Take your meds, grandpa.|You are a disgrace to your profession.|You spineless coward.
  What a pathetic excuse for a human being you are.|Everyone who voted for him is brain dead.`);
const HARMING = /choke|breathing|coming to you/iu;

const clean: Labels = [0, 0, 0, 0, 0, 0, 0];

/** So many sentences of each kind, none with more weight than a fraction of a real comment. */
export function templateRows(random: Random, each: number): readonly Row[] {
  const weight = 0.5;
  const rows: Row[] = [];
  const put = (frames: readonly string[], count: number, labels: (frame: string) => Labels): void => {
    for (let made = 0; made < count; made += 1) {
      const frame = random.pick(frames);
      const text = filled(frame, random);
      const shadow = normalize(text);
      // Made up, so nothing is judged by them: they are in no tenth that is held back.
      rows.push({ text, shadow, labels: labels(frame), weight, source: 'templates', tenth: -1 });
    }
  };
  put(CLEAN, 2 * each, () => clean);
  put(HATEFUL, each, (frame) => [1, -1, -1, 0, THREATENING.test(frame) ? -1 : 0, 1, 0]);
  put(PERSONAL, each, (frame) => [1, -1, 1, 0, HARMING.test(frame) ? 1 : 0, 0, 0]);
  return rows;
}

function filled(frame: string, random: Random): string {
  const slots: Readonly<Record<string, readonly string[]>> = {
    people: PEOPLE,
    self: SELVES,
    thing: THINGS,
    trade: TRADES,
    beast: BEASTS,
    crime: CRIMES,
    deed: DEEDS,
  };
  const text = frame.replaceAll(/\{(\w+)\}/gu, (_, slot: string) => random.pick(slots[slot] ?? []));
  return text.charAt(0).toUpperCase() + text.slice(1);
}
