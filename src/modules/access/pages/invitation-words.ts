import type { AnswerOf } from '#platform/http/operation.ts';
import { ApiError } from '#web/staff/data/api-error.ts';
import { waitWords } from '#web/staff/data/wait-words.ts';
import type { readInvitation } from '../contract.ts';
import { problemWords } from './problem-words.ts';
import { words } from './words.ts';

export type InvitationLanguage = AnswerOf<typeof readInvitation>['locale'];

const en = { ...words.invitation, or: words.signIn.or, signIn: words.signIn.title };

/** A family is written to in its own language, and what the letter's link opens speaks it too. */
const es: typeof en = {
  title: (name) => `Le damos la bienvenida, ${name}`,
  says: (agency) => `${agency} le invita a Kinfold. Elija cómo va a entrar.`,
  password: 'Elija una contraseña',
  passwordHint: (least) =>
    `Al menos ${least} caracteres; sirven bien unas palabras que recordará. Cualquier carácter, también espacios.`,
  submit: 'Guardar la contraseña y entrar',
  passkey: 'Usar una llave de acceso',
  passkeyHint: 'Su teléfono, computadora o llave le abre la puerta. No hay nada que recordar.',
  passkeyLabel: 'Este dispositivo',
  over: words.invitation.over,
  overHint: words.invitation.overHint,
  noToken: words.invitation.noToken,
  unread: words.invitation.unread,
  unreadHint: words.invitation.unreadHint,
  again: words.invitation.again,
  signInNow: 'Aceptado',
  signInNowHint: 'Entre ahora con su segundo paso.',
  or: 'o',
  signIn: 'Entrar',
};

export const INVITATION = { en, es } as const;

/** What can stand in the way of accepting; anything else is said as on every page. */
const REFUSED_ES: Readonly<Record<string, string>> = {
  'too-short': 'Es demasiado corta.',
  'too-long': 'Es demasiado larga.',
  'too-common': 'Es una de las primeras que cualquiera probaría. Elija otra.',
  'about-you': 'Está hecha de su nombre o del nuestro. Elija otra.',
  'invitation-over': 'Esta invitación ya no vale: se usó, se retiró o tiene más de 72 horas. Pida otra.',
  'ticket-expired': 'Tardó demasiado. Empiece de nuevo.',
  offline: 'No hay conexión. Inténtelo de nuevo en un momento.',
  other: 'No funcionó. No se cambió nada; inténtelo de nuevo.',
};

/** Why an invitation was not accepted, in the language of whoever is invited. */
export function refusedWords(language: InvitationLanguage): (error: unknown) => string {
  if (language === 'en') return problemWords;
  return (error) => {
    if (!(error instanceof ApiError)) return 'No se usó la llave de acceso. Puede intentarlo de nuevo.';
    const code = error.problem?.problems[0]?.code ?? error.problem?.code ?? error.kind;
    return waitWords(error, 'es') ?? REFUSED_ES[code] ?? REFUSED_ES[error.kind] ?? REFUSED_ES['other'] ?? '';
  };
}
