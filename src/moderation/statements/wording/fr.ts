import type { Wording } from '../wording.js';

export const fr: Wording = {
  locale: 'fr',
  quotes: ['« ', ' »'],
  effects: {
    rejected: 'Nous n’avons pas publié votre commentaire, ou nous l’avons retiré.',
    held: 'Votre commentaire ne sera affiché qu’après avoir été relu par une personne.',
    hidden: 'Votre commentaire n’est pas visible pour les autres.',
    account_blocked: 'Vous ne pouvez plus commenter ici.',
    account_blocked_until: 'Vous ne pouvez pas commenter ici jusqu’au {date}.',
    account_held: 'Une personne lit vos commentaires avant leur publication.',
    account_held_until:
      'Jusqu’au {date}, une personne lit vos commentaires avant leur publication.',
  },
  standards: {
    profanity: 'Il contient des grossièretés.',
    personal_attack: 'Il s’en prend à une personne au lieu de répondre à ce qui a été dit.',
    hate: 'Il s’en prend à des personnes en raison de leur appartenance à un groupe.',
    threat: 'Il menace quelqu’un ou lui souhaite du mal.',
    sexual: 'Il contient des propos à caractère sexuel.',
    spam: 'C’est de la publicité, ou il a été publié à de nombreuses reprises.',
    personal_information: 'Il contient des informations privées sur une personne.',
    off_limits: 'Il contient quelque chose qui n’est pas autorisé dans cette discussion.',
    conduct: 'Il enfreint nos règles de conduite pour les discussions.',
    blocked:
      'Les contributions venant de vous, ou ayant ce contenu, ne sont pas acceptées ici ' +
      'pour le moment.',
    other: 'Il n’est pas conforme à notre charte de discussion.',
  },
  names: {
    profanity: 'grossièretés',
    personal_attack: 'attaques personnelles',
    hate: 'haine',
    threat: 'menaces',
    sexual: 'propos à caractère sexuel',
    spam: 'spam',
    personal_information: 'informations privées',
    off_limits: 'ce qui n’est pas autorisé ici',
    conduct: 'règles de conduite',
    blocked: 'blocages',
    other: 'charte de discussion',
  },
  waits:
    'Cela ne signifie pas qu’on reproche quelque chose à votre commentaire : certains ' +
    'commentaires sont d’abord lus par une personne.',
  unchecked:
    'Une vérification n’a pas pu être faite ; une personne va donc lire votre ' +
    'commentaire.',
  about: 'Il s’agit de votre commentaire du {date}.',
  about_thread: 'Il s’agit de votre commentaire du {date} dans la discussion {thread}.',
  words: 'Ces mots en sont la cause : {words}.',
  told: 'La modération précise : {reason}',
  law: 'La décision se fonde sur cette base légale : {law}.',
  terms: 'La décision se fonde sur notre charte de discussion, version {version} ({standard}).',
  terms_url: 'Vous pouvez la lire à l’adresse {url}.',
  sources: {
    own_initiative: 'Personne en dehors de notre rédaction ne nous l’a signalé.',
    reports: 'Des signalements de lecteurs en sont à l’origine.',
    notice: 'Une notification de contenu illicite en est à l’origine.',
    trusted_flagger: 'Une notification d’un signaleur de confiance en est à l’origine.',
  },
  detected: 'Il a été repéré par des moyens automatisés.',
  automation: {
    fully: 'La décision a été prise par des moyens automatisés, sans intervention humaine.',
    partially: 'Une personne a décidé du blocage ; il a été appliqué par des moyens automatisés.',
    not: 'La décision a été prise par une personne.',
  },
  appeal:
    'Vous pouvez contester cette décision jusqu’au {date} ; une personne la réexaminera ' +
    'alors.',
  contact: 'Vous pouvez nous joindre ici : {contact}',
  out_of_court: 'Pour un règlement extrajudiciaire du litige, vous pouvez vous adresser à : {body}',
  court: 'Vous pouvez aussi saisir un tribunal.',
  ended: 'Cette décision n’est plus en vigueur depuis le {date}.',
};
