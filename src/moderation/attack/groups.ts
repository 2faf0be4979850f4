import { type Phrase, phrase } from '../phrases.js';

/** Groups that standards on hate protect: by origin, religion, sex, sexuality, disability. */
const GROUPS =
  'muslims jews blacks whites gays lesbians homosexuals immigrants migrants refugees foreigners ' +
  'mexicans arabs africans asians gypsies roma turks armenians azeris azerbaijanis russians ' +
  'ukrainians chinese indians pakistanis palestinians israelis christians hindus atheists women ' +
  'females transgenders trans transsexuals disabled latinos hispanics poles romanians albanians ' +
  'somalis syrians afghans kurds catholics protestants shias sunnis sikhs buddhists';

/** Groups whose name is an adjective as well stand with a noun: "black people", "trans women". */
const GROUP = `(?:(?:all |these |those |the |most |every |fucking |filthy |dirty )*(?:(?:black|white|gay|jewish|muslim|arab|trans|disabled|asian|african|chinese|indian|brown|russian|turkish|armenian) (?:people|men|women|folks|persons)|${GROUPS.replaceAll(' ', '|')}))`;
const KEYS = `${GROUPS} people men folks persons`;
const BEASTS =
  '(?:animals|apes|baboons|barbarians|beasts|cancer|cockroaches|criminals|disease|dogs|filth|' +
  'garbage|infestation|inferior|leeches|locusts|maggots|monkeys|murderers|parasites|pedophiles|' +
  'paedophiles|pest|pests|pigs|plague|rapists|rats|savages|scum|subhuman|subhumans|terrorists|' +
  'thieves|trash|vermin|worthless|degenerates|retards|retarded|mentally ill|evil|goat fuckers)';

export const GROUP_ATTACKS: readonly Phrase[] = [
  phrase(
    'a group called animals',
    KEYS,
    String.raw`\b`,
    GROUP,
    String.raw` (?:are|is|were) (?:(?:all|just|nothing but|mostly|like|a|the|really|simply|only|bunch of|bloody|fucking) )*`,
    BEASTS,
    String.raw`\b`,
  ),
  phrase(
    'a group wished gone',
    KEYS,
    String.raw`\b`,
    GROUP,
    String.raw` (?:should|must|need to|have to|ought to|deserve to) (?:all )?(?:be |get )?(?:die|killed|shot|exterminated|deported|gassed|hanged|burned|eradicated|wiped out|sterilised|sterilized|removed|rot|disappear|expelled|put down|locked up)\b`,
  ),
  phrase(
    'kill a group',
    `kill gas hang deport exterminate shoot burn hate`,
    String.raw`(?<=(?:^|[.!?,;:"()\n]\s{0,3}|\b(?:we should|we must|let's|just|i|gotta|they should) ))(?:kill|gas|hang|deport|exterminate|shoot|burn|hate) (?:all )?(?:the |these |those |fucking )?`,
    GROUP,
    String.raw`\b`,
  ),
  phrase('death to a group', 'death', String.raw`\bdeath to (?:all )?(?:the )?`, GROUP, String.raw`\b`),
  phrase(
    'a group controls',
    'jews jewish',
    String.raw`\b(?:the )?(?:jews|jewish people) (?:control|controls|own|run|rule) (?:the )?(?:media|banks|world|press|government|everything)\b`,
  ),
  phrase(
    'a group sent home',
    'back',
    String.raw`\b(?:send|ship|kick) (?:them|all of them|`,
    GROUP,
    String.raw`) (?:all )?back (?:home|to (?:where they came from|their (?:own )?countr(?:y|ies)|africa|mexico|the jungle))\b`,
  ),
];
