import { list } from './list.js';

/** Names and expressions in which a graded word means no harm. What they cover is never found. */
export const ALLOWED_EXPRESSIONS: readonly string[] = [
  // Places.
  ...list(`
    Scunthorpe, Penistone, weathercock, weathercocks, Essex, Sussex, Middlesex, Cockermouth,
    Cockfosters, Cockpit Country, Clitheroe, Dyke Road, Offa's Dyke, Devil's Dyke, Fucking
    Austria, Fucking in Austria, village of Fucking, from Fucking to, Bell End, Fucking and
    Petting, Twatt, Titty Hill, Titty     Ho, Cocks Cornwall, Cumming Georgia, Wank mountain, the
    Wank, Mr Wank, Lesbos, Dildo     Newfoundland, Hell Michigan`),
  // People, books, plays, films, bands and companies.
  ...list(`
    Dick Cheney, Dick Van Dyke, Dick Tracy, Dick Turpin, Dick Whittington, Dick Clark, Dick Smith,
    Dick's Sporting Goods, Philip K Dick, Moby Dick, Moby-Dick, Tom Dick and Harry,
    Tom Dick or Harry, Dick and Jane, Spotted Dick, Alfred Hitchcock, Hitchcock, Alan Cumming,
    Pussy Riot, Pussy Galore, Pussycat Dolls, Cock Robin, Inglourious Basterds,
    Inglorious Bastards, William the Bastard, Fanny Brice, Injun Joe, Homo Deus, Homo Faber,
    Homo Ludens, King Cnut, Whore of Babylon, 'Tis Pity She's a Whore, Yid Army, Bitches Brew,
    Kike Hernandez, Johann Joseph Fux`),
  // Animals, plants, food and things.
  ...list(`
    blue tit, blue tits, great tit, great tits, coal tit, coal tits, marsh tit, marsh tits,
    willow tit, willow tits, crested tit, crested tits, bearded tit, bearded tits, long-tailed tit,
    long-tailed tits, long tailed tit, long tailed tits, pussy willow, pussy willows, pussy cat,
    pussy cats, pussycat, pussycats, cock pheasant, cock-a-doodle, cock a doodle doo,
    cock-a-leekie, game cock, weather cock, stop cock, ball cock, turn cock, cock crow, cock-crow,
    cock crows, cocks crow, cock crowed, maine coon, maine coons, coon cat, coon hound,
    coon hounds, wild ass, wild asses, faggots and peas, faggots and gravy, pork faggots,
    faggot of sticks, faggots of wood, bundle of faggots, kaffir lime, kaffir lily, horny toad,
    horny toads, horny goat weed, cock of the rock`),
  // Turns of phrase, and the words of other trades.
  ...list(`
    tit for tat, tit-for-tat, cock and bull, cock-and-bull, cock of the walk, cock a snook, cocks
    a snook, cocked a snook, cock an eye, cock an ear, half cock, cock-up, cock up, cum laude,
    cum-laude, cum grano salis, chink in the armor, chink in the armour, chink in his armor, chink
    in his armour, chink in her armor, chink in her armour, chink in its armor, chink in its
    armour, chink in their armor, chink in their armour, chink of light, chinks in the armor,
    chinks in the armour, spic and span, spick and span, homo sapiens, homo erectus, homo habilis,
    homo neanderthalensis, homo economicus, homo sovieticus, ecce homo, doo wop, doo-wop, retard
    the growth, retard growth, retard the progress, retard progress, prick up his ears, prick up
    her ears, prick up their ears, prick up your ears, pricks up, finger prick, skin prick, pin
    prick, prick of conscience, prick test, prick tests, prick of a needle, prick of the needle,
    bastard sword, bastard child, bastard children, bastard son, bastard sons, bastard daughter,
    bastard operator from hell, American Idiot, The Idiot, mental retardation, masturbation, flame
    retardant, fire retardant, shithole countries, bite d'amarrage, tranny fluid`),
];
