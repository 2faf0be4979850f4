/**
 * What a finding says, in German and to a moderator. The author is told the service's own sentence,
 * which is in English; a test sees that every reason of the API has one here.
 */
export const reasonsDe: Readonly<Partial<Record<string, string>>> = {
  'profanity.strong': 'Der Kommentar enthält grobe Schimpfwörter.',
  'profanity.mild': 'Der Kommentar enthält leichte Schimpfwörter.',
  'profanity.possible': 'Der Kommentar enthält ein Wort, das oft als Schimpfwort gebraucht wird.',
  'profanity.other_language':
    'Der Kommentar enthält ein Wort, das in seiner Sprache anstößig ist.',
  'profanity.likely': 'Der Kommentar liest sich, als enthielte er Schimpfwörter.',
  'hate.slur': 'Der Kommentar enthält ein Schmähwort für eine Gruppe von Menschen.',
  'hate.possible_slur':
    'Der Kommentar enthält ein Wort, das oft als Schmähwort für eine Gruppe gebraucht wird.',
  'hate.dehumanising':
    'Der Kommentar spricht einer Gruppe das Menschsein ab oder fordert ihren Tod.',
  'hate.group_attack': 'Der Kommentar greift Menschen an, weil sie zu einer Gruppe gehören.',
  'hate.likely_attack':
    'Der Kommentar liest sich, als griffe er Menschen wegen ihrer Zugehörigkeit zu einer Gruppe an.',
  'sexual.explicit': 'Der Kommentar enthält sexuelle Sprache.',
  'sexual.likely_explicit': 'Der Kommentar liest sich, als wäre er sexuell anstößig.',
  'attack.insult': 'Der Kommentar beleidigt jemanden, statt zu erwidern, was gesagt wurde.',
  'attack.dismissal': 'Der Kommentar weist jemanden mit Beschimpfungen ab.',
  'attack.likely_insult': 'Der Kommentar liest sich, als beleidigte er jemanden.',
  'attack.likely_severe': 'Der Kommentar liest sich, als griffe er jemanden bösartig an.',
  'threat.violence': 'Der Kommentar bedroht jemanden.',
  'threat.self_harm': 'Der Kommentar wünscht jemandem den Tod oder drängt dazu, sich etwas anzutun.',
  'threat.likely': 'Der Kommentar liest sich, als bedrohte er jemanden.',
  'spam.advertising': 'Der Kommentar liest sich wie Werbung.',
  'spam.links': 'Der Kommentar enthält zu viele Links.',
  'spam.blocked_domain': 'Der Kommentar verweist auf eine Seite, die hier nicht erlaubt ist.',
  'spam.shortener': 'Der Kommentar enthält einen verkürzten Link, der sein Ziel verbirgt.',
  'spam.campaign': 'Derselbe Text kam von mehreren Personen.',
  'spam.near_campaign': 'Fast derselbe Text kam von mehreren Personen.',
  'personal_information.email': 'Der Kommentar enthält eine E-Mail-Adresse.',
  'personal_information.phone': 'Der Kommentar enthält eine Telefonnummer.',
  'personal_information.card': 'Der Kommentar enthält, was wie die Nummer einer Zahlkarte aussieht.',
  'personal_information.iban': 'Der Kommentar enthält eine Kontonummer.',
  'personal_information.address': 'Der Kommentar sagt, wo jemand wohnt.',
  'off_limits.term': 'Der Kommentar enthält einen Ausdruck, der hier nicht erlaubt ist.',
  'off_limits.moderation_key': 'Der Kommentar enthält etwas, das hier erst ein Mensch liest.',
  'off_limits.disallowed_key': 'Der Kommentar enthält etwas, das hier nicht erlaubt ist.',
  'profanity.own_term': 'Der Kommentar enthält einen Ausdruck, der hier als Schimpfwort gilt.',
  'attack.own_term':
    'Der Kommentar enthält einen Ausdruck, der hier als persönlicher Angriff gilt.',
  'hate.own_term': 'Der Kommentar enthält einen Ausdruck, der hier als Hass gilt.',
  'threat.own_term': 'Der Kommentar enthält einen Ausdruck, der hier als Drohung gilt.',
  'sexual.own_term': 'Der Kommentar enthält einen Ausdruck, der hier als sexuelle Sprache gilt.',
  'spam.own_term': 'Der Kommentar enthält einen Ausdruck, der hier als Werbung gilt.',
  'personal_information.own_term':
    'Der Kommentar enthält einen Ausdruck, der hier als persönliche Angabe gilt.',
  'conduct.own_term': 'Der Kommentar enthält einen Ausdruck, der hier gegen den Umgang verstößt.',
  'blocked.own_term': 'Kommentare mit diesem Ausdruck werden hier nicht angenommen.',
  'off_limits.thread_closed': 'Diese Diskussion ist für neue Kommentare geschlossen.',
  'off_limits.thread_expired': 'Diese Diskussion nimmt keine neuen Kommentare mehr an.',
  'off_limits.language': 'Der Kommentar ist in einer Sprache, die hier niemand liest.',
  'conduct.too_short': 'Der Kommentar ist zu kurz.',
  'conduct.too_long': 'Der Kommentar ist zu lang.',
  'conduct.repeated_text': 'Denselben Text hat der Verfasser schon einmal geschickt.',
  'conduct.nearly_repeated_text': 'Fast denselben Text hat der Verfasser schon einmal geschickt.',
  'conduct.too_fast': 'Der Verfasser schreibt schneller, als es hier erlaubt ist.',
  'conduct.shouting': 'Der Kommentar ist größtenteils in Großbuchstaben geschrieben.',
  'conduct.character_flood': 'Der Kommentar wiederholt ein Zeichen immer wieder.',
  'conduct.gibberish': 'Der Kommentar besteht größtenteils aus zufälligen Buchstaben.',
  'conduct.stacked_marks': 'Der Kommentar ist mit Zeichen geschrieben, die anderen Text verdecken.',
  'conduct.direction_override': 'Der Kommentar kehrt die Schreibrichtung um.',
  'conduct.name_is_address': 'Der angegebene Name ist die Adresse einer Seite oder eines Postfachs.',
  'conduct.impersonation': 'Der angegebene Name liest sich wie der eines anderen hier.',
  'conduct.staff_title': 'Der angegebene Name liest sich wie der von jemandem, der hier arbeitet.',
  'conduct.premoderated_site': 'Jeden Kommentar liest hier ein Mensch, bevor er erscheint.',
  'conduct.premoderated_thread':
    'Jeden Kommentar dieser Diskussion liest ein Mensch, bevor er erscheint.',
  'conduct.new_author':
    'Die ersten Kommentare eines neuen Verfassers liest ein Mensch, bevor sie erscheinen.',
  'conduct.author_history':
    'Mehrere der letzten Kommentare des Verfassers wurden abgelehnt; diesen liest erst ein Mensch.',
  'conduct.strikes':
    'Kommentare des Verfassers mussten schon abgelehnt werden; diesen liest erst ein Mensch.',
  'conduct.reported_often':
    'Mehrere Leser haben Kommentare des Verfassers gemeldet; diesen liest erst ein Mensch.',
  'conduct.reported': 'Mehrere Leser haben diesen Kommentar gemeldet; ein Mensch liest ihn.',
  'conduct.likely_toxic': 'Der Kommentar liest sich, als sollte er verletzen.',
  'conduct.likely_rejected_here':
    'Kommentare wie dieser wurden hier schon abgelehnt; ein Mensch liest ihn zuerst.',
  'conduct.edited_after_rejection':
    'Der Kommentar war abgelehnt und wurde geändert; ein Mensch liest ihn noch einmal.',
  'blocked.author': 'Der Verfasser ist hier gesperrt.',
  'blocked.identifier': 'Kommentare unter diesem Namen oder dieser Adresse werden nicht angenommen.',
  'blocked.resembles_email': 'Der Verfasser hat das Postfach eines Gesperrten.',
  'blocked.resembles_ip': 'Der Verfasser kommt von der Adresse eines Gesperrten.',
  'blocked.resembles_name': 'Der Verfasser trägt den Namen eines Gesperrten.',
};
