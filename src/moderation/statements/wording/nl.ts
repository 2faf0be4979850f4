import type { Wording } from '../wording.js';

export const nl: Wording = {
  locale: 'nl',
  quotes: ['‘', '’'],
  effects: {
    rejected: 'We hebben uw reactie niet geplaatst, of hebben die verwijderd.',
    held: 'Uw reactie is pas te zien als iemand van ons ernaar heeft gekeken.',
    hidden: 'Uw reactie is niet te zien voor anderen.',
    account_blocked: 'U kunt hier niet meer reageren.',
    account_blocked_until: 'U kunt hier tot {date} niet reageren.',
    account_held: 'Iemand van ons leest uw reacties voordat ze verschijnen.',
    account_held_until: 'Tot {date} leest iemand van ons uw reacties voordat ze verschijnen.',
  },
  standards: {
    profanity: 'Er staan scheldwoorden in.',
    personal_attack:
      'De reactie valt een persoon aan in plaats van in te gaan op wat er is gezegd.',
    hate: 'De reactie valt mensen aan omdat ze bij een groep horen.',
    threat: 'De reactie bedreigt iemand of wenst iemand kwaad toe.',
    sexual: 'Er staat seksuele taal in.',
    spam: 'De reactie is reclame of is vele malen geplaatst.',
    personal_information: 'Er staan privégegevens van een persoon in.',
    off_limits: 'Er staat iets in wat in deze discussie niet is toegestaan.',
    conduct: 'De reactie is in strijd met onze omgangsregels voor discussies.',
    blocked: 'Bijdragen van u, of met deze inhoud, worden hier op dit moment niet aangenomen.',
    other: 'De reactie voldoet niet aan onze discussieregels.',
  },
  names: {
    profanity: 'scheldwoorden',
    personal_attack: 'persoonlijke aanvallen',
    hate: 'haat',
    threat: 'bedreigingen',
    sexual: 'seksuele taal',
    spam: 'spam',
    personal_information: 'privégegevens',
    off_limits: 'wat hier niet is toegestaan',
    conduct: 'omgangsregels',
    blocked: 'blokkades',
    other: 'discussieregels',
  },
  waits:
    'Dit zegt niets ten nadele van uw reactie: sommige reacties worden eerst door een ' +
    'mens gelezen.',
  unchecked: 'Een controle kon niet worden gedaan, dus kijkt iemand van ons naar uw reactie.',
  about: 'Dit gaat over uw reactie van {date}.',
  about_thread: 'Dit gaat over uw reactie van {date} in de discussie {thread}.',
  words: 'Deze woorden waren de aanleiding: {words}.',
  told: 'De moderator schrijft: {reason}',
  law: 'De beslissing berust op deze wettelijke grondslag: {law}.',
  terms: 'De beslissing berust op onze discussieregels, versie {version} ({standard}).',
  terms_url: 'U kunt ze lezen op {url}.',
  sources: {
    own_initiative: 'Niemand buiten onze redactie heeft de reactie bij ons gemeld.',
    reports: 'Meldingen van lezers waren de aanleiding.',
    notice: 'Een melding van illegale inhoud was de aanleiding.',
    trusted_flagger: 'Een melding van een betrouwbare flagger was de aanleiding.',
  },
  detected: 'De reactie is met geautomatiseerde middelen opgemerkt.',
  automation: {
    fully:
      'De beslissing is met geautomatiseerde middelen genomen, zonder tussenkomst van ' +
      'een mens.',
    partially: 'Een mens heeft over de blokkade beslist; die is geautomatiseerd toegepast.',
    not: 'Een mens heeft de beslissing genomen.',
  },
  appeal:
    'U kunt tot {date} bezwaar maken tegen deze beslissing; een mens kijkt er dan ' +
    'opnieuw naar.',
  contact: 'U kunt ons bereiken via: {contact}',
  out_of_court: 'Voor buitengerechtelijke geschillenbeslechting kunt u terecht bij: {body}',
  court: 'U kunt ook naar de rechter gaan.',
  ended: 'Deze beslissing geldt niet meer sinds {date}.',
};
