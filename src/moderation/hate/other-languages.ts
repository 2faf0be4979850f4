import { type Phrase, phrase } from '../phrases.js';
import { oneOf } from './vocabulary.js';
import { list } from '../terms/list.js';

/**
 * What a language says of groups, in folded spelling (without accents): a short list, of words
 * that are plain in it.
 */
interface Speech {
  readonly groups: string;
  /** Before the group, with the articles that may stand between: "ich hasse (alle|die)". */
  readonly hated: string;
  /** Between the group and what it is called. */
  readonly be: string;
  readonly called: string;
  readonly death: string;
  /** After the group: "raus". */
  readonly out: string;
  readonly articles: string;
}

const LANGUAGES: readonly Speech[] = [
  {
    groups: `juden, muslime, moslems, turken, auslander, fluchtlinge, migranten, zigeuner, roma,
      schwarze, schwarzen, schwule, schwulen, lesben, frauen, behinderte, behinderten, araber,
      polen, russen, armenier, syrer, asylanten, afrikaner`,
    hated: 'ich hasse, wir hassen, ich verachte, ich verabscheue',
    be: 'sind, gehoren, sind doch, sind alle, sind nur, sind nichts als',
    called: `abschaum, dreck, ungeziefer, parasiten, ratten, untermenschen, tiere, keine menschen,
      pack, gesindel, schmarotzer, verbrecher, minderwertig, widerlich, ekelhaft, dumm, vergast,
      erschossen, abgeschoben, aufgehangt, schweine, eine plage, eine seuche, krank`,
    death: 'tod den, tod allen',
    out: 'raus, ins gas, an die wand, abschieben',
    articles: 'alle, die, diese, all diese, alle diese',
  },
  {
    groups: `juifs, musulmans, arabes, noirs, migrants, immigres, etrangers, roms, gitans, femmes,
      homosexuels, gays, lesbiennes, handicapes, refugies, turcs, armeniens, africains`,
    hated: 'je hais, je deteste, je meprise, on deteste, nous haissons',
    be: 'sont, sont tous, sont toutes, ne sont que',
    called: `des parasites, des rats, de la vermine, des animaux, des sous hommes, des betes,
      de la merde, une peste, un cancer, inferieurs, des criminels, des voleurs, des terroristes,
      des ordures, des dechets, degoutants, des cafards, des chiens, des malades`,
    death: 'mort aux, a mort les',
    out: 'dehors, au four, hors de',
    articles: 'les, tous les, toutes les, ces, tous ces',
  },
  {
    groups: `judios, musulmanes, moros, negros, inmigrantes, migrantes, gitanos, mujeres, gays,
      homosexuales, lesbianas, discapacitados, refugiados, mexicanos, arabes, trans, extranjeros`,
    hated: 'odio a, detesto a, desprecio a, odiamos a, no soporto a',
    be: 'son, son todos, son todas, no son mas que',
    called: `escoria, basura, ratas, parasitos, animales, cucarachas, una plaga, un cancer,
      inferiores, criminales, ladrones, terroristas, asquerosos, asquerosas, subhumanos, bestias,
      mierda, putas, enfermos, delincuentes`,
    death: 'muerte a, mueran',
    out: 'fuera, a la hoguera',
    articles: 'los, las, todos los, todas las, esos, estos, esas',
  },
  {
    groups: `ebrei, musulmani, arabi, neri, immigrati, migranti, zingari, rom, donne, gay,
      omosessuali, lesbiche, disabili, profughi, stranieri, africani, turchi`,
    hated: 'odio, detesto, disprezzo, odiamo, non sopporto',
    be: 'sono, sono tutti, sono tutte, sono solo',
    called: `feccia, spazzatura, ratti, parassiti, animali, scarafaggi, una piaga, un cancro,
      inferiori, criminali, ladri, terroristi, schifosi, schifose, bestie, merda, subumani, malati`,
    death: 'morte a, morte ai, morte agli',
    out: 'fuori, ai forni, al rogo',
    articles: 'gli, i, le, tutti gli, tutti i, tutte le, questi, quei',
  },
  {
    groups: `joden, moslims, turken, marokkanen, buitenlanders, vluchtelingen, migranten, zigeuners,
      zwarten, negers, homo's, homos, lesbiennes, vrouwen, gehandicapten, arabieren, asielzoekers`,
    hated: 'ik haat, wij haten, ik veracht, ik walg van',
    be: 'zijn, zijn allemaal, zijn gewoon',
    called: `uitschot, tuig, ongedierte, parasieten, ratten, beesten, geen mensen, minderwaardig,
      criminelen, walgelijk, achterlijk, een plaag, kakkerlakken, profiteurs, ziek, varkens`,
    death: 'dood aan, weg met',
    out: 'eruit, aan het gas, het land uit, oprotten',
    articles: 'alle, de, die, deze, al die',
  },
  {
    groups: `евреи, евреев, евреям, мусульмане, мусульман, мусульманам, армяне, армян, армянам,
      азербайджанцы, азербайджанцев, азербайджанцам, кавказцы, кавказцев, мигранты, мигрантов,
      мигрантам, цыгане, цыган, цыганам, женщины, женщин, геи, геев, геям, негры, негров, турки,
      турок, таджики, таджиков`,
    hated: 'ненавижу, презираю, терпеть не могу',
    be: 'это, они, все',
    called: `мразь, скот, животные, нелюди, паразиты, тараканы, крысы, чума, отбросы, мусор, твари,
      не люди, преступники, свиньи, дерьмо, зараза`,
    death: 'смерть, бей, вешать, убивать',
    out: 'вон, прочь, в печь, на нож',
    articles: 'всех, этих, всем, этим',
  },
  {
    groups: `թուրքերը, թուրքերին, ադրբեջանցիները, ադրբեջանցիներին, հրեաները, հրեաներին,
      մուսուլմանները, մուսուլմաններին, կանայք, կանանց, գեյերը, գեյերին, գնչուները, գնչուներին`,
    hated: 'ատում եմ, զզվում եմ',
    be: 'բոլորը, իսկական',
    called: 'կենդանիներ, առնետներ, մակաբույծներ, տականքներ, տականք, խոզեր, անասուններ',
    death: 'մահ, սպանել',
    out: 'դուրս, կորեք',
    articles: 'բոլոր, այդ, այս',
  },
];

/** Turkish puts the verb last: "Ermenilerden nefret ediyorum", "Ermenilere olum". */
const TURKISH_GROUPS = `ermeni, yahudi, kurt, suriyeli, arap, multeci, rum, cingene, kadin, escinsel,
  gocmen, afgan, alevi, musluman, hristiyan, yunan`;

const joined = (text: string): string => oneOf(list(text));
const words = (text: string): string => list(text).flatMap((each) => each.split(/[ ']/u)).join(' ');

const EDGE = String.raw`(?<![\p{L}\p{M}])`;
const END = String.raw`(?![\p{L}\p{M}])`;

/** Attacks on groups in other languages than English. */
export const OTHER_LANGUAGES: readonly Phrase[] = [
  ...LANGUAGES.flatMap((speech) => {
    const groups = `(?:${joined(speech.articles)} ){0,2}${joined(speech.groups)}${END}`;
    const keys = words(speech.groups);
    return [
      phrase('a group hated', keys, EDGE, joined(speech.hated), ` ${groups}`),
      phrase('a group hated', keys, EDGE, groups, ` ${joined(speech.hated)}${END}`),
      phrase(
        'a group called despicable',
        keys,
        EDGE,
        groups,
        ` [—–-]?\\s?(?:(?:${joined(speech.be)}) ){0,2}${joined(speech.called)}${END}`,
      ),
      phrase('death to a group', keys, EDGE, joined(speech.death), ` ${groups}`),
      phrase('a group told to go', keys, EDGE, groups, ` ${joined(speech.out)}${END}`),
    ];
  }),
  phrase(
    'a group hated',
    'nefret olum iğrenç igrenc pislik hayvan defol defolun gebersin',
    EDGE,
    `(?:butun |tum )?${joined(TURKISH_GROUPS)}(?:l[ae]r)?(?:d[ae]n|[ae]|i)?`,
    ` (?:nefret ed|olum${END}|(?:hep |hepsi |bir )?(?:igrenc|pislik|hayvan|defol|gebersin))`,
  ),
];
