import type { StartWords } from './words.ts';

/** The same in Spanish. Not yet read by a native speaker. */
export const spanish: StartWords = {
  loading: 'Leyendo para qué sirve este acceso',
  title: 'Por dónde empezar',
  does: 'Lo que puede hacer aquí ahora',
  goTo: 'Ir a',
  youth: 'Jóvenes con quienes tiene relación',
  unnamed: 'Un joven o una joven de esta organización',
  none: 'Hoy no hay ningún joven unido a este acceso.',
  noneHow: 'Lo une la organización que le dio el acceso, y dice hasta cuándo.',
  since: 'desde',
  until: 'hasta',
  withManager: (name) => `coordinación de cuidados: ${name}`,
  noManager: 'hoy sin persona encargada de coordinar los cuidados',
  shift: {
    now: (runs) => `Está de guardia: ${runs}. Hasta entonces puede abrir todos los expedientes de la organización.`,
    next: (runs) => `Ahora no está de guardia y los expedientes están cerrados para usted. Su próximo turno: ${runs}.`,
    none: 'Ahora no está de guardia, y no tiene ningún turno en la lista.',
  },
  call: 'A quién llamar',
  own: (agency) => agency,
  noPhone: 'Su teléfono no está en el directorio. Pregunte a quien le dio este acceso.',
  performCare: 'PerformCare, de día y de noche: para comenzar y para la respuesta móvil',
  danger: 'Alguien está en peligro ahora',
  crisis: 'Pensamientos de suicidio, o una crisis',
  failed: { title: 'No se pudo mostrar para qué sirve este acceso', kept: 'No se perdió nada.' },
  relation: {
    accountable: 'coordinación de cuidados',
    cover: 'en reemplazo',
    'team-member': 'miembro del equipo',
    guardian: 'tutela',
    self: 'usted',
    'court-liaison': 'enlace con el tribunal',
    reviewer: 'revisión',
    'family-support': 'apoyo a la familia',
  },
  capacities: {
    'on-call': [
      'Durante un turno puede abrir cualquier expediente de su organización, leerlo y escribir notas.',
      'Fuera de un turno no se abre nada.',
    ],
    'court-liaison': [
      'Leer los expedientes de su organización, con las órdenes del tribunal, y por qué se debe cada cosa.',
      'Todavía no puede anotar nada: lo que el tribunal decidió lo anota quien coordina los cuidados.',
    ],
    'family-support-partner': [
      'Abrir los expedientes de las familias con las que tiene relación, y ver de cada una lo que se comparte con usted.',
      'Todavía no puede escribir notas: avise a quien coordina los cuidados, que anota el contacto.',
    ],
    reviewer: [
      'Todavía no se puede revisar nada aquí: este acceso no abre ningún expediente.',
      'Decida como antes; la organización anota lo que usted decidió, con su fecha y su documento.',
    ],
    provider: [
      'Todavía no puede responder aquí a quien le envían, y este acceso no abre ningún expediente.',
      'Responda como antes; quien coordina los cuidados anota su respuesta.',
    ],
    youth: [
      'Su propia parte de Kinfold todavía no está abierta.',
      'Quien coordina sus cuidados le muestra todo y se lo imprime.',
    ],
    caregiver: [
      'La parte de Kinfold para las familias todavía no está abierta.',
      'Quien coordina los cuidados de su hijo o hija le muestra todo y se lo imprime.',
    ],
    'natural-support': [
      'La parte de Kinfold para quienes ayudan a una familia todavía no está abierta.',
      'Pregunte a la familia: ella decide lo que usted ve.',
    ],
    'clinical-care-manager': [
      'Leer las reglas. Las autorizaciones todavía no se responden aquí; las anota la organización.',
    ],
    statewide: ['Las cifras del estado todavía no están aquí. Este acceso no abre ningún expediente.'],
  },
};
