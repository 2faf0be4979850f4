import type { Wording } from '../wording.js';

export const es: Wording = {
  locale: 'es',
  quotes: ['«', '»'],
  effects: {
    rejected: 'No hemos publicado su comentario, o lo hemos retirado.',
    held: 'Su comentario no se mostrará hasta que una persona lo haya revisado.',
    hidden: 'Su comentario no se muestra a los demás.',
    account_blocked: 'Ya no puede comentar aquí.',
    account_blocked_until: 'No puede comentar aquí hasta el {date}.',
    account_held: 'Una persona lee sus comentarios antes de que se publiquen.',
    account_held_until:
      'Hasta el {date}, una persona lee sus comentarios antes de que se publiquen.',
  },
  standards: {
    profanity: 'Contiene palabras malsonantes.',
    personal_attack: 'Ataca a una persona en lugar de responder a lo que se ha dicho.',
    hate: 'Ataca a personas por pertenecer a un grupo.',
    threat: 'Amenaza a alguien o le desea daño.',
    sexual: 'Contiene lenguaje sexual.',
    spam: 'Es publicidad o se ha publicado muchas veces.',
    personal_information: 'Contiene datos privados de una persona.',
    off_limits: 'Contiene algo que no está permitido en este debate.',
    conduct: 'Incumple nuestras normas de conducta para los debates.',
    blocked: 'Por ahora no se aceptan aquí contribuciones suyas o con este contenido.',
    other: 'No cumple nuestras normas de debate.',
  },
  names: {
    profanity: 'palabras malsonantes',
    personal_attack: 'ataques personales',
    hate: 'odio',
    threat: 'amenazas',
    sexual: 'lenguaje sexual',
    spam: 'spam',
    personal_information: 'datos privados',
    off_limits: 'lo que no está permitido aquí',
    conduct: 'normas de conducta',
    blocked: 'bloqueos',
    other: 'normas de debate',
  },
  waits:
    'Esto no significa nada en contra de su comentario: algunos comentarios los lee ' +
    'primero una persona.',
  unchecked: 'No se pudo hacer una comprobación, así que una persona revisará su comentario.',
  about: 'Se trata de su comentario del {date}.',
  about_thread: 'Se trata de su comentario del {date} en el debate {thread}.',
  words: 'El motivo fueron estas palabras: {words}.',
  told: 'El equipo de moderación indica: {reason}',
  law: 'La decisión se basa en este fundamento jurídico: {law}.',
  terms: 'La decisión se basa en nuestras normas de debate, versión {version} ({standard}).',
  terms_url: 'Puede leerlas en {url}.',
  sources: {
    own_initiative: 'Nadie ajeno a nuestra redacción nos lo ha señalado.',
    reports: 'El motivo fueron avisos de lectores.',
    notice: 'El motivo fue una notificación de contenido ilícito.',
    trusted_flagger: 'El motivo fue una notificación de un alertador fiable.',
  },
  detected: 'Se detectó por medios automatizados.',
  automation: {
    fully: 'La decisión se tomó por medios automatizados, sin intervención de una persona.',
    partially: 'Una persona decidió el bloqueo; se aplicó por medios automatizados.',
    not: 'Una persona tomó la decisión.',
  },
  appeal:
    'Puede reclamar contra esta decisión hasta el {date}; entonces una persona la ' +
    'revisará de nuevo.',
  contact: 'Puede ponerse en contacto con nosotros aquí: {contact}',
  out_of_court: 'Para una resolución extrajudicial del litigio puede acudir a: {body}',
  court: 'También puede acudir a un tribunal.',
  ended: 'Esta decisión dejó de estar en vigor el {date}.',
};
