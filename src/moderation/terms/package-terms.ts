import { list } from './list.js';
import type { EnglishGrade } from './word.js';

/**
 * What we make of a term of bad-words: a grade; `spelling`, for another spelling of a graded word
 * that the matcher reads as that word by itself; `none`, for a word that is not taken over.
 */
export type PackageGrade = EnglishGrade | 'spelling' | 'none';

/**
 * Every term of the bad-words package, in lower case, under our grade. A test compares this table
 * with the package, so that an update cannot bring in a term that nobody has looked at. Wildcards
 * stay only where no innocent word fits them: "fag*" is also "Fagin" and "dick*" is "Dickens".
 */
export const PACKAGE_TERMS: Readonly<Record<PackageGrade, readonly string[]>> = {
  strong: list(`
    *fuck*, arschloch, ass monkey, ass-fucker, assfucker, assfukka, asshole, assholes, assholz,
    assh0lez, assrammer, asswhole, asswipe, azzhole, biatch, bitch, bitcher, bitchers, bitches,
    bunny fucker, cock-head, cock-sucker, cockface, cockhead, cockmunch, cockmuncher, cocksuck,
    cocksucked, cocksucker, cocksucking, cocksucks, cocksuka, cocksukka, cokmuncher, coksucka,
    cunt, cunts, cuntz, cuntlick, cuntlicker, cuntlicking, cyberfuc, dickhead, dog-fucker, fcuk,
    fcuker, fcuking, fotze, fuck, fuk, fukah, fuken, fuker, fukin, fukk, fukkah, fukken, fukker,
    fukkin, fuks, fukwhit, fukwit, fux0r, kurwa, mo-fo, mofo, muthafecker, phuck, phuk,
    phuked, phuker, phuking, phukked, phukker, phukking, phuks, phuq, pierdol*, pizda, shit,
    shitdick, shite, shited, shitey, shitfuck, shitfull, shithead, shiting, shitings, shits,
    shitted, shitter, shitters, shitting, shittings, shitty, shity, shitz, shyt, shyte, shytty,
    shyty, skurwysyn, slut, sluts, slutty, slutz, son-of-a-bitch, twat, twathead, twatty, twunt,
    twunter, wank, wanker, wanky, whore, wichser`),
  mild: list(`
    arse, ass, asses, bloody, bugger, bum, crap, damn, faen, feck, fecker, god-dam, god-damned,
    goddamn, goddamned, hell, hells, helvete, piss, pissed, pisser, pissers, pisses, pissin,
    pissing, pissoff, shagger, shaggin, shagging`),
  possible: list(`
    ahole, amcik, assface, ballbag, bassterds, bastard, bastards, bastardz, basterds, basterdz,
    bellend, bollock, bollok, buceta, butthole, buttmuch, buttwipe, cabron, cawk, cawks, cazzo,
    chuj, cnut, cock, cocks, cum, dick, dlck, donkeyribber, doosh, dziwka, enculer, fanculo,
    fatass, ficken, fooker, futkretzn, fux, huevon, klootzak, knobead, knobend, knobhead, knobjocky,
    knobjokey, knulle, kuksuger, kunt, kunts, kurac, muie, mulkku, nob jokey, nobhead, nobjocky,
    nobjokey, numbnuts, orospu, pecker, penis-breath, picka, pimmel, prick, pricks, pussies,
    pussy, pussys, puta, puto, qahbeh, scheiss*, schlampe, scrote, sharmuta, sharmute, skanck,
    skank, skankee, skankey, skanks, skanky, spierdalaj, tit, tits, tosser, turd, vittu`),
  slur: list(`
    butt-pirate, carpet muncher, fagg1t, faggit, faggitt, faggot, faggs, fagit, fagz,
    fudge packer, fudgepacker, gook, kike, lesbo, nigga, niggah, niggas, niggaz, nigger, nigger*,
    niggers, nigur;, paki, pakie, shemale, spic, wetback*`),
  possible_slur: list(`
    boiolas, chink, coon, daygo, dego, dyke, fag, faget, fagging, fagot, fagots, fags, flikker,
    homo, honkey, injun, jap, japs, kraut, lezzian, packi, polack, retard`),
  sexual: list(`
    ballsack, blow job, blowjob, blowjobs, boner, boobs, buttplug, clit, clits, cummer, cumming,
    cums, cumshot, cunilingus, cunillingus, cunnilingus, dildo, dildos, ejakulate, fannyflaps,
    felcher, felching, fellate, fellatio, gangbang, gangbanged, gangbangs, gaysex, hardcoresex,
    horniest, horny, hotsex, jack-off, jackoff, jerk-off, jisim, jism, jiz, jizm, jizz,
    kunilingus, massterbait, masstrbait, masstrbate, master-bate, masterbaiter, masterbat*,
    masturbat*, nutsack, phonesex, pissflaps, poonani, queef*, rimjaw, rimming, schlong,
    splooge, titties, tittywank, titwank`),
  spelling: list(`
    @$$, 4r5e, 5h1t, 5hit, a55, a_s_s, ar5e, arrse, ash0le, ash0les, asholes, assh0le, b!tch,
    b!+ch, b00bs, b17ch, b1tch, bi+ch, bi7ch, bitchin, bitching, booobs, boooobs, booooobs,
    booooooobs, c0ck, c0cks, c0cksucker, cl1t, cyberfuck, cyberfucked, cyberfucker,
    cyberfuckers, cyberfucking, d1ck, d4mn, dild0, dild0s, dilld0, dilld0s, f u c k, f u c k e r,
    f_u_c_k, fag1t, fagg0t, fannyfucker, fingerfuck, fingerfucked, fingerfucker, fingerfuckers,
    fingerfucking, fingerfucks, fistfuck, fistfucked, fistfucker, fistfuckers, fistfucking,
    fistfuckings, fistfucks, fucka, fucked, fucker, fuckers, fuckhead, fuckheads, fuckin,
    fucking, fuckings, fuckingshitmotherfucker, fuckme, fucks, fuckwhit, fuckwit, g00k, m0f0,
    m0fo, m45terbate, ma5terbate, masterbat3, masterbate, masterbates, masterbation,
    masterbations, masturbate, mof0, motha fucker, mothafuck, mothafucka, mothafuckas,
    mothafuckaz, mothafucked, mothafucker, mothafuckers, mothafuckin, mothafucking,
    mothafuckings, mothafucks, motha fuker, motha fukkah, motha fukker, mother fucker,
    mother fukah, mother fuker, mother fukkah, mother fukker, mother-fucker, motherfuck,
    motherfucked, motherfucker, motherfuckers, motherfuckin, motherfucking, motherfuckings,
    motherfuckka, motherfucks, mutha fucker, mutha fukah, mutha fuker, mutha fukkah,
    mutha fukker, muthafuckker, mutherfucker, n1gga, n1gger, nigg3r, nigg4h, nigger;,
    penisfucker, pigfucker, pr1ck, s_h_i_t, sh!+, sh!t, sh1t, sh1ter, sh1ts, sh1tter, sh1tz,
    shi+, t1tt1e5, t1tties, titfuck, tittie5, tittiefucker, tittyfuck, tw4t, wh0re`),
  none: [
    // Wildcards that innocent words fit: arsenal, cocktail, Dickens, Fagin, fitting, Fukushima,
    // merdeka, Paska, Pissarro, shiitake and Yamashita, titter, Wankel. What is meant by them
    // stands in own-terms.ts, word by word.
    ...list(`
      *damn, *dyke, *shit*, arse*, b00b*, bitch*, bollock*, cock*, cunt*, dick*, dike*, ekrem*,
      fag*, fitt*, fu(*, fuk*, hoer*, kanker*, kusi*, kyrpa*, merd*, paska*, pillu*, piss*,
      sh!t*, testicle*, titt*, wank*, wop*`),
    // Names of people and places.
    ...list(`
      cox, ekto, gaylord, hoare, kuntz, kummer, lipshits, lipshitz, monkleigh, nob, paky,
      phuc, polac, polak, pula, rautenberg, schaffer, fook, fanny, kock, willy, willies, wang,
      muschi, packie, packy, hui, kum, kums, kumming, suka`),
    // Ordinary words, of English or of another language that this list is not for.
    ...list(`
      balls, boob, butt, cok, c0k, dink, dinks, doggin, dogging, duche, dupa, faig, faigs, fart,
      feg, flange, flipping the bird, god, hoar, hoer, hoor, hoore, hore, kawk, knob, knobed,
      knobs, knobz, kondum, kondums, kuk, lust, lusting, muff, mutha, muther, nazi, nazis, pawn,
      penas, perse, pimpis, poop, preteen, pron, pube, pule, pusse, pussee, pussi, schmuck,
      screw, screwing, shag, shiz, slag, smut, snatch, spac, spunk, teets, teez, titt, viagra,
      v1gra, v14gra, cyalis, xxx, xrated, yed, boffing, bestial, beastial, bestiality,
      beastiality, goatse, h4x0r`),
    // The words of medicine, education and news, and their misspellings.
    ...list(`
      anal, anus, breasts, clitoris, dominatricks, dominatrics, dominatrix, ejackulate, ejaculate,
      ejaculated, ejaculates, ejaculating, ejaculatings, ejaculation, enema, feces, foreskin,
      labia, masochist, masokist, orafis, orgasim, orgasim;, orgasims, orgasm, orgasms, orgasum,
      oriface, orifice, orifiss, p0rn, peeenus, peeenusss, peenus, peinus, pen1s, penis, penus,
      penuus, porn, porno, pornography, pornos, pr0n, recktum, rectum, sadist, scrotum, semen,
      sex, sexy, smegma, sphencter, testical, testicle, va1jina, vag1na, vagiina, vagina, vaj1na,
      vajina, vullva, vulva`),
    // Spellings too far from any word, or too near to another: CNTs, Leitch, Niger, sob.
    ...list(`
      andskota, ayir, chraa, cipa, cnts, cntz, dirsa, f4nny, fanyy, guiena, heshe,
      h00r, h0ar, h0r, h0re,
      jiss, l3i+ch, l3itch, ma5terb8,
      mamhoon, masterb8, mibun, mouliewop, n1gr, nastt, nepesaurio, niiger;,
      niigr;, poontsee, pr1c, pr1k, puuke, puuker, s hit, s.o.b., scank, scroat, shipal, skribz,
      w00se, w0p, wh00r, whoar, zabourah`),
  ],
};
