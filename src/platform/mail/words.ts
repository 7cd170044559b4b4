/** The messages there are. Each is a sentence or two, perhaps some numbers, and a link, with nothing about anybody in it. */
export type MailTemplate =
  | 'emergency-to-review'
  | 'invitation'
  | 'new-link'
  | 'prove-address'
  | 'sign-in-changed'
  | 'weekly-digest';

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Numbers a message may carry, in the order in which they are written. Numbers only: no message can name anybody. */
export const COUNTED = [
  'late',
  'soon',
  'waiting',
  'quiet',
  'teamLate',
  'teamSoon',
  'teamQuiet',
  'unassigned',
  'agreements',
] as const;
export type Counts = Readonly<Partial<Record<(typeof COUNTED)[number], number>>>;

export const COUNT_WORDS = {
  en: {
    late: 'Late',
    soon: 'Due in the next 7 days',
    waiting: 'Waiting on others',
    quiet: 'No contact you can see in 14 days',
    teamLate: 'Your team: late',
    teamSoon: 'Your team: due in the next 7 days',
    teamQuiet: 'Your team: no contact you can see in 14 days',
    unassigned: 'Without a care manager',
    agreements: 'Agreements to renew',
  },
  es: {
    late: 'Con retraso',
    soon: 'Vence en los próximos 7 días',
    waiting: 'En espera de otros',
    quiet: 'Sin contacto que usted pueda ver en 14 días',
    teamLate: 'Su equipo: con retraso',
    teamSoon: 'Su equipo: vence en los próximos 7 días',
    teamQuiet: 'Su equipo: sin contacto que usted pueda ver en 14 días',
    unassigned: 'Sin administrador de cuidado',
    agreements: 'Acuerdos por renovar',
  },
} as const satisfies Record<'en' | 'es', Record<(typeof COUNTED)[number], string>>;

export const WORDS = {
  en: {
    invitation: {
      subject: 'Your invitation',
      text: 'You have been invited to sign in. Open this link within three days to choose how. If you did not expect this, you can ignore it.',
    },
    'new-link': {
      subject: 'Your new link',
      text: 'Here is a new link to set up how you sign in. It works once, within three days. If you did not ask for it, tell your administrator.',
    },
    'sign-in-changed': {
      subject: 'How you sign in was changed',
      text: 'How you sign in was changed just now. If this was you, there is nothing to do. If not, look at it here and tell your administrator.',
    },
    'prove-address': {
      subject: 'Is this your address?',
      text: 'Open this link to show that mail reaches you here. It works once, within an hour. If you did not ask for it, you can ignore it.',
    },
    'emergency-to-review': {
      subject: 'Emergency access waits for your review',
      text: 'Somebody in your organization opened a chart in an emergency. See who, when and why under this link, and review it.',
    },
    'weekly-digest': {
      subject: 'Your week in numbers',
      text: 'How your work stands this Monday. You choose under “My account” whether this comes.',
    },
  },
  es: {
    invitation: {
      subject: 'Su invitación',
      text: 'Le han invitado a iniciar sesión. Abra este enlace en un plazo de tres días para elegir cómo. Si no lo esperaba, puede ignorarlo.',
    },
    'new-link': {
      subject: 'Su nuevo enlace',
      text: 'Este es un nuevo enlace para configurar cómo inicia sesión. Funciona una sola vez, durante tres días. Si no lo pidió, avise a su administrador.',
    },
    'sign-in-changed': {
      subject: 'Cambió la forma en que inicia sesión',
      text: 'La forma en que inicia sesión acaba de cambiar. Si fue usted, no tiene que hacer nada. Si no, revíselo aquí y avise a su administrador.',
    },
    'prove-address': {
      subject: '¿Es esta su dirección?',
      text: 'Abra este enlace para mostrar que el correo le llega aquí. Funciona una sola vez, durante una hora. Si no lo pidió, puede ignorarlo.',
    },
    'emergency-to-review': {
      subject: 'Un acceso de emergencia espera su revisión',
      text: 'Alguien de su organización abrió un expediente por una emergencia. Vea en este enlace quién, cuándo y por qué, y revíselo.',
    },
    'weekly-digest': {
      subject: 'Su semana en números',
      text: 'Así está su trabajo este lunes. En “My account” elige si quiere recibir este mensaje.',
    },
  },
} as const satisfies Record<'en' | 'es', Record<MailTemplate, Words>>;
