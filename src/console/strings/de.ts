import { actsDe } from './acts-de.js';
import { deskDe } from './desk-de.js';
import { houseDe } from './house-de.js';
import { recordDe } from './record-de.js';
import { pagesDe } from './pages-de.js';
import { policyDe, ruleNamesDe } from './policy-de.js';
import { statisticsDe } from './statistics-de.js';
import type { Strings } from './strings.js';

/** Every sentence of the console in German. */
export const de: Strings = {
  title: 'Gatepost',
  skip: 'Zum Inhalt',
  language: 'Sprache',
  theme: { name: 'Farben', auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  signOut: 'Abmelden',
  menu: 'Menü',
  nav: {
    name: 'Bereiche',
    work: 'Pult',
    queue: 'Warteschlange',
    search: 'Suche',
    appeals: 'Einsprüche',
    notices: 'Hinweise',
    blocks: 'Sperren',
    rules: 'Regeln',
    policy: 'Richtlinie',
    statistics: 'Statistik',
    model: 'Modell',
    house: 'Haus',
    audit: 'Protokoll',
    keys: 'Schlüssel',
    webhooks: 'Webhooks',
  },
  signIn: {
    heading: 'Anmelden',
    key: 'Ihr Schlüssel',
    hint: 'Er beginnt mit gp_ und steht im Protokoll für Sie. Beim ersten Start wurde einer für die Verwaltung ausgegeben.',
    submit: 'Anmelden',
    wrong: 'Der Schlüssel ist unbekannt, falsch oder widerrufen.',
    scope:
      'Mit diesem Schlüssel lassen sich nur Kommentare einreichen. Hier braucht es einen mit dem Recht moderate oder admin.',
    ended:
      'Ihre Sitzung ist zu Ende. Melden Sie sich wieder an: Angefangene Notizen, Verwarnungen und Antworten sind in diesem Tab noch da.',
    stay: 'Der Schlüssel bleibt nicht in diesem Browser, nur für einige Stunden eine Sitzung.',
  },
  problems: {
    unreachable: 'Der Dienst antwortet nicht. Es wird von selbst wieder versucht.',
    retry: 'Noch einmal versuchen',
    heading: 'Das ist nicht gelungen',
    request: (id) => `Anfrage ${id}`,
    notFound: 'Diese Seite gibt es nicht',
    toQueue: 'Zur Warteschlange',
  },
  live: { on: 'Verbunden', off: 'Nicht verbunden: was hier steht, kann veraltet sein' },
  close: 'Schließen',
  cancel: 'Abbrechen',
  more: 'Mehr zeigen',
  loading: 'Wird geladen',
  text: {
    hiddenCharacter: (name) => `Verstecktes Zeichen ${name}`,
    piledMarks: (amount) => `${amount} weitere Zeichen über einem Buchstaben`,
  },
  status: {
    approved: 'Freigegeben',
    pending: 'Wartet',
    rejected: 'Abgelehnt',
    deleted: 'Zurückgezogen',
  },
  action: { approve: 'Freigeben', hold: 'Anhalten', reject: 'Ablehnen', delete: 'Zurückziehen' },
  standing: { new: 'Neu', good: 'Gut', mixed: 'Gemischt', blocked: 'Gesperrt' },
  standard: {
    profanity: 'Kraftausdruck',
    personal_attack: 'Persönlicher Angriff',
    hate: 'Hass',
    threat: 'Drohung',
    sexual: 'Sexuelles',
    spam: 'Werbung',
    personal_information: 'Persönliche Daten',
    off_limits: 'Nicht zugelassen',
    conduct: 'Verhalten',
    blocked: 'Gesperrt',
  },
  shortcuts: { heading: 'Tasten', help: 'Diese Tasten zeigen' },
  firstRun: {
    heading: 'Noch ist kein Kommentar gekommen',
    told: 'Mit dieser Zeile reicht ein Redaktionssystem einen ein. Fügen Sie sie in ein Terminal ein: Er erscheint hier von selbst.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    waiting: 'Der erste Kommentar wird erwartet …',
    key: 'IHR_SCHLÜSSEL',
    keyHint: 'An die Stelle von IHR_SCHLÜSSEL gehört ein Schlüssel mit dem Recht submit.',
    makeKey: 'Jetzt einen anlegen',
    keyMade: 'Der Schlüssel für Ihr Redaktionssystem steht in der Zeile. Er wird nur dieses eine Mal gezeigt.',
    next: 'Was als Nächstes kommt',
    policy: 'Die geltende Richtlinie lesen und ändern, was nicht zu Ihnen passt',
    docs: 'Alle Aufrufe, im Browser zu probieren',
    moderators: 'Geben Sie allen in der Moderation einen eigenen Schlüssel',
  },
  undo: 'Rückgängig',
  ruleNames: ruleNamesDe,
  policy: policyDe,
  statistics: statisticsDe,
  ...deskDe,
  ...pagesDe,
  ...houseDe,
  ...recordDe,
  acts: actsDe,
};
