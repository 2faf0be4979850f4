import { CLAUSE_START, type Phrase, phrase } from '../phrases.js';

const SAID = String.raw`(?<=(?:^|[.!?,;:"“”()\n*–—-]\s{0,3}|\b(?:just|please|so|you|u|now|oh|should|can|better|then|down and|go)\s))`;

/** Ways of telling somebody off that are not an answer to anything. */
export const DISMISSALS: readonly Phrase[] = [
  phrase('go … yourself', 'go', String.raw`\bgo (?:and )?(?:(?:f\S{0,9}|eff|screw|stuff|shove|shag|bugger|hump|blow|boil|bite) (?:your|ur)sel(?:f|ves)\b)`),
  phrase('shut up', 'shut', SAID, String.raw`shut (?:(?:the|your) [^\s,]{1,12} )?up\b(?! (?:shop|house|in|inside|the|for)\b)`),
  phrase('shut your mouth', 'shut', String.raw`\bshut (?:your|ur|that|thy) (?:[^\s,]{1,12} )?(?:mouth|face|trap|hole|gob|piehole|cakehole|pie hole|beak)\b`),
  phrase('stfu', 'stfu gtfo gfy s g', String.raw`\b(?:stfu|gtfo|gfy|s\.t\.f\.u|g\.t\.f\.o)\b`),
  phrase('piss off', 'off', SAID, String.raw`(?:piss|sod|bugger|eff|f|fck) off\b`),
  phrase('go to hell', 'hell', SAID, String.raw`go (?:straight )?to hell\b`),
  phrase('rot in hell', 'hell', String.raw`\b(?:rot|burn|roast|fry) in hell\b`),
  phrase('screw you', 'screw f eff fck', CLAUSE_START, String.raw`(?:and )?(?:screw|f|eff|fck) (?:you|u)\b`),
  phrase('up yours', 'yours', CLAUSE_START, String.raw`up yours\b`),
  phrase('kiss my ass', 'ass arse azz arze', String.raw`\b(?:kiss|lick) my (?:[^\s,]{1,12} )?(?:ass|arse|azz|arze)\b`),
  phrase('get lost', 'lost stuffed bent drop bite blow eat', SAID, String.raw`(?:get (?:lost|stuffed|bent)|drop dead|bite me|blow me|eat (?:shit|crap))(?=\s{0,3}(?:$|[.!?,;\n"”)]|you\b))`),
  phrase('get a life', 'life brain clue', SAID, String.raw`get a (?:life|brain|clue)(?=\s{0,3}(?:$|[.!?,;\n"”)]|you\b))`),
  phrase('crawl back', 'crawl slither slink', String.raw`\b(?:crawl|slither|slink) back (?:under|to|into|in) (?:your|ur|the|that|whatever|whichever)\b`),
  phrase('you make me sick', 'sick puke vomit disgust', String.raw`\b(?:you|u) (?:people |all |guys )?(?:make me (?:sick|puke|vomit)|disgust me)\b`),
  phrase('go back to where you came from', 'back', SAID, String.raw`(?:go )?back to (?:where(?:ver)? (?:the [^\s,]{1,10} )?(?:you|u) (?:came|come|crawled) from|your (?:cave|hole|swamp|mother's basement|moms basement|mom's basement))`),
  phrase('your stupidity', 'stupidity idiocy imbecility', String.raw`\byour (?:own |sheer |utter |total |complete )?(?:stupidity|idiocy|imbecility)\b`),
];
