import type { NearMiss } from './reason.ts';
import type { Sentences } from './sentences.ts';

const MISSES: Readonly<Record<NearMiss, string>> = {
  attempted: 'no se logró hablar con nadie',
  'wrong-person': 'fue con otra persona',
  'other-way': 'fue por otro medio',
  'other-content': 'fue de otro tipo',
  'too-early': 'fue antes del plazo que cuenta',
  'too-late': 'fue después del plazo que cuenta',
  'about-something-else': 'fue sobre otra cosa',
};

const WAYS: Readonly<Record<string, string>> = {
  'in-person': 'en persona',
  video: 'por video',
  telephone: 'por teléfono',
  text: 'por mensaje de texto',
  'e-mail': 'por correo electrónico',
  letter: 'por carta',
};

const VOIDS = {
  withdrawn: 'Ya no corresponde: se retiró aquello de lo que dependía.',
  'no-longer-fits': 'Ya no corresponde: se corrigió aquello de lo que dependía y la regla ya no se aplica.',
  'care-ended': 'Ya no corresponde: la administración de cuidado terminó antes de la fecha.',
  ended: 'Ya no corresponde: terminó antes de la fecha.',
  suspended: 'Suspendido: el plazo empieza de nuevo cuando termine la pausa.',
  voided: 'Ya no corresponde: antes ocurrió algo que lo anula.',
  replaced: 'Ya no corresponde: otro posterior ocupó su lugar.',
  outranked: 'Ya no corresponde: una regla más fuerte ocupa su lugar.',
} as const;

const ENDED_WITH: Readonly<Record<keyof typeof VOIDS, string>> = {
  withdrawn: 'se retiró aquello de lo que dependía',
  'no-longer-fits': 'se corrigió aquello de lo que dependía',
  'care-ended': 'terminó con la inscripción',
  ended: 'terminó aquello para lo que era',
  suspended: 'el plazo se detuvo y empieza de nuevo cuando termine la pausa',
  voided: 'ocurrió algo que lo anula',
  replaced: 'otro posterior ocupó su lugar',
  outranked: 'una regla más fuerte ocupa su lugar',
};

const UNITS = {
  hours: ['hora', 'horas'],
  'calendar days': ['día calendario', 'días calendario'],
  'business days': ['día hábil', 'días hábiles'],
  weeks: ['semana', 'semanas'],
  months: ['mes', 'meses'],
  years: ['año', 'años'],
} as const;

const STATES: Readonly<Record<string, string>> = {
  exempted: 'no hace falta',
  delegated: 'se pasó a otra persona',
  met: 'se da por hecho',
  'met-late': 'se da por hecho con retraso',
};

export const SPANISH: Sentences = {
  headline: (due, length, direction, hook, cite) =>
    `Fecha límite: ${due}, ${length} ${direction === 'after' ? 'después de' : 'antes de'} ${hook} (${cite}).`,
  headlineOfPeriod: (due, label, hook, cite) =>
    `Fecha límite: ${due}, para ${label}, en cada período después de ${hook} (${cite}).`,
  headlinePlain: (due, cite) => `Fecha límite: ${due} (${cite}).`,
  after: (what, day) => `${what}, el ${day}`,
  length: (amount, unit) => `${amount} ${UNITS[unit][amount === 1 ? 0 : 1]}`,
  item: (item) => `Este es para ${item}.`,
  round: (day) => `lo que correspondía el ${day} y no hizo falta`,
  corrected: (day) => `Primero se anotó ${day} y luego se corrigió.`,
  skipped: (day, why) => `No se contó el ${day}: ${why === 'weekend' ? 'fin de semana' : why}.`,
  unsureDay: (day, why) =>
    `Las fuentes no coinciden sobre si se trabaja el ${day} (${why}): la lectura estricta lo cuenta.`,
  calendarUnknown: (day) =>
    `El calendario de feriados no llega hasta el ${day}; solo se excluyeron los fines de semana.`,
  lastReading: (day) => `Hay retraso solo después del ${day}, el último día según cualquier lectura.`,
  paused: (from, to) =>
    to === null
      ? `El plazo está detenido desde el ${from}.`
      : `El plazo estuvo detenido desde el ${from} hasta el ${to}.`,
  met: (day) => `Hecho el ${day}, a tiempo.`,
  metLate: (day) => `Hecho el ${day}, con retraso.`,
  notPreferred: 'Hecho, aunque no de la manera que la regla prefiere.',
  openParts: (parts) => `Falta todavía: ${parts}.`,
  nearMiss: (what, day, how, why) => {
    const when = how === null || WAYS[how] === undefined ? day : `${day}, ${WAYS[how]}`;
    return why === 'attempted'
      ? `Se intentó el ${when}: ${MISSES[why]}, por eso no cuenta.`
      : `No cuenta (${what}, ${when}): ${MISSES[why]}.`;
  },
  void: (because) => VOIDS[because],
  missed: (because, day) =>
    `No se hizo a tiempo y terminó el ${day}: ${ENDED_WITH[because]}. Ya no corresponde a nadie; queda en el historial.`,
  impossible:
    'Nadie podía hacerlo a tiempo: la fecha ya había pasado cuando se anotó por primera vez. No es un incumplimiento.',
  outranked: (by) => `Una regla más fuerte ocupa su lugar: ${by}.`,
  decided: (how) => `Alguien decidió: ${STATES[how] ?? how}.`,
  ends: (day) => `Desde el ${day} ya no corresponde a nadie.`,
  target: 'Es una meta, nunca un incumplimiento: la fuente no fija un plazo propio o no basta.',
  parameter: ({ key, value, default: standard, source, overridden }) =>
    overridden
      ? `${key} es ${String(value)}, fijado por la organización; lo habitual es ${String(standard)} (${source}).`
      : `${key} es ${String(value)} (${source}).`,
  exemptedPeriods: (periods) => `Alguien decidió que no hace falta hacerlo: ${periods.join('; ')}.`,
  missedBefore: (periods) => `No se hizo antes, y ya pasó: ${periods.join('; ')}.`,
  numbersUntil: (day) => `Desde el ${day} rigen otros números; aquí cuentan los de antes.`,
  reading: (question, answer) => `${question} ${answer}`,
};
