/** The messages there are. Each is a sentence or two and a link, with nothing about anybody in it. */
export type MailTemplate = 'invitation' | 'new-link' | 'sign-in-changed';

interface Words {
  readonly subject: string;
  readonly text: string;
}

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
  },
} as const satisfies Record<'en' | 'es', Record<MailTemplate, Words>>;
