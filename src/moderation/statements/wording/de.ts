import type { Wording } from '../wording.js';

export const de: Wording = {
  locale: 'de',
  quotes: ['„', '“'],
  effects: {
    rejected: 'Wir haben Ihren Kommentar nicht veröffentlicht oder ihn entfernt.',
    held: 'Ihr Kommentar wird erst gezeigt, wenn ein Mensch ihn geprüft hat.',
    hidden: 'Ihr Kommentar wird anderen nicht gezeigt.',
    account_blocked: 'Sie können hier nicht mehr kommentieren.',
    account_blocked_until: 'Sie können hier bis zum {date} nicht kommentieren.',
    account_held: 'Ihre Kommentare liest ein Mensch, bevor sie erscheinen.',
    account_held_until: 'Bis zum {date} liest ein Mensch Ihre Kommentare, bevor sie erscheinen.',
  },
  standards: {
    profanity: 'Er enthält Schimpfwörter.',
    personal_attack: 'Er greift eine Person an, statt auf das Gesagte einzugehen.',
    hate: 'Er greift Menschen an, weil sie einer Gruppe angehören.',
    threat: 'Er bedroht jemanden oder wünscht jemandem Schaden.',
    sexual: 'Er enthält sexuelle Sprache.',
    spam: 'Er ist Werbung oder wurde vielfach gepostet.',
    personal_information: 'Er enthält private Angaben über eine Person.',
    off_limits: 'Er enthält etwas, das in dieser Diskussion nicht erlaubt ist.',
    conduct: 'Er verstößt gegen unsere Regeln für den Umgang in Diskussionen.',
    blocked: 'Beiträge von Ihnen oder mit diesem Inhalt werden hier derzeit nicht angenommen.',
    other: 'Er entspricht nicht unseren Diskussionsregeln.',
  },
  names: {
    profanity: 'Schimpfwörter',
    personal_attack: 'persönliche Angriffe',
    hate: 'Hass',
    threat: 'Drohungen',
    sexual: 'sexuelle Sprache',
    spam: 'Spam',
    personal_information: 'private Angaben',
    off_limits: 'hier nicht Erlaubtes',
    conduct: 'Umgangsregeln',
    blocked: 'Sperren',
    other: 'Diskussionsregeln',
  },
  waits: 'Das spricht nicht gegen Ihren Kommentar: Manche Kommentare liest zuerst ein Mensch.',
  unchecked: 'Eine Prüfung war nicht möglich, deshalb sieht sich ein Mensch Ihren Kommentar an.',
  about: 'Es geht um Ihren Kommentar vom {date}.',
  about_thread: 'Es geht um Ihren Kommentar vom {date} in der Diskussion {thread}.',
  words: 'Anlass waren diese Wörter: {words}.',
  told: 'Die Moderation schreibt dazu: {reason}',
  law: 'Die Entscheidung stützt sich auf diese Rechtsgrundlage: {law}.',
  terms:
    'Die Entscheidung stützt sich auf unsere Diskussionsregeln, Fassung {version} ' +
    '({standard}).',
  terms_url: 'Sie finden sie unter {url}.',
  sources: {
    own_initiative: 'Niemand außerhalb unserer Redaktion hat ihn uns gemeldet.',
    reports: 'Anlass waren Meldungen von Leserinnen und Lesern.',
    notice: 'Anlass war eine Meldung rechtswidriger Inhalte.',
    trusted_flagger: 'Anlass war die Meldung eines vertrauenswürdigen Hinweisgebers.',
  },
  detected: 'Er wurde mit automatisierten Mitteln erkannt.',
  automation: {
    fully: 'Die Entscheidung wurde automatisiert getroffen, ohne einen Menschen.',
    partially: 'Über die Sperre hat ein Mensch entschieden; angewandt wurde sie automatisiert.',
    not: 'Ein Mensch hat die Entscheidung getroffen.',
  },
  appeal:
    'Sie können bis zum {date} Beschwerde gegen diese Entscheidung einlegen; dann prüft ' +
    'sie ein Mensch noch einmal.',
  contact: 'So erreichen Sie uns: {contact}',
  out_of_court:
    'Für eine außergerichtliche Streitbeilegung können Sie sich an diese Stelle wenden: ' +
    '{body}',
  court: 'Sie können sich auch an ein Gericht wenden.',
  ended: 'Diese Entscheidung gilt seit dem {date} nicht mehr.',
};
