import type { LetterWords } from './letter-text.ts';

/**
 * Letters about eligibility in Spanish, in everyday words. An agency has a native speaker read them before it sends the
 * first.
 */
export const LETTERS_ES: LetterWords = {
  letters: {
    eligible: ({ youthName, cmoName }) => ({
      subject: `Coordinación de cuidados para ${youthName}`,
      paragraphs: [
        `Buenas noticias: ${youthName} puede recibir coordinación de cuidados. No le cuesta nada.`,
        cmoName
          ? `${cmoName} será su organización de coordinación de cuidados. Pronto le llamarán.`
          : 'Pronto le diremos qué organización de coordinación de cuidados le llamará.',
        'Un coordinador o una coordinadora conocerá a su familia y le ayudará a formar un equipo. Usted elige quién participa. Puede dejarlo cuando quiera.',
      ],
    }),
    'not-eligible': ({ youthName }) => ({
      subject: `Sobre la solicitud de ayuda para ${youthName}`,
      paragraphs: [
        `Revisamos la solicitud de ayuda para ${youthName}. Por ahora no podemos ofrecer coordinación de cuidados. Esta es la razón.`,
      ],
    }),
    'more-information': ({ youthName, csaTelephone }) => ({
      subject: `Necesitamos saber más sobre ${youthName}`,
      paragraphs: [
        `Gracias por pedir ayuda para ${youthName}. Todavía no hemos decidido. Necesitamos saber un poco más.`,
        `Por favor llámenos al ${csaTelephone}, cualquier día y a cualquier hora. Díganos si necesita un intérprete; es gratis.`,
      ],
    }),
    'mobile-response': ({ youthName, csaTelephone }) => ({
      subject: `Ayuda ahora para ${youthName}`,
      paragraphs: [
        'Su familia necesita ayuda de inmediato. Una persona de respuesta móvil puede ir a donde usted está, de día o de noche.',
        `Si la necesita otra vez, llame al ${csaTelephone}. Si una vida está en peligro, llame al 911.`,
        'Después veremos qué otra ayuda sería buena para su familia.',
      ],
    }),
    'csa-managed': ({ youthName, csaTelephone }) => ({
      subject: `Servicios para ${youthName}`,
      paragraphs: [
        `Vimos qué ayudaría más a ${youthName} ahora. Podemos organizar servicios por un tiempo más corto, sin una organización de coordinación de cuidados.`,
        `Llámenos al ${csaTelephone} si algo cambia o se hace más difícil. Lo revisaremos de nuevo.`,
      ],
    }),
    'developmental-disability': ({ youthName, csaTelephone }) => ({
      subject: `Servicios por discapacidad del desarrollo para ${youthName}`,
      paragraphs: [
        'Los servicios por una discapacidad del desarrollo tienen su propia solicitud. Antes de los 18 años se pide con nosotros. Desde los 18 años se pide a la División de Discapacidades del Desarrollo (DDD).',
        `Llame al ${csaTelephone} y les ayudaremos a ${youthName} y a usted a empezar. La ayuda en una crisis no espera por esto.`,
      ],
    }),
    'substance-use': ({ youthName, csaTelephone }) => ({
      subject: `Servicios para ${youthName}`,
      paragraphs: [
        `Hay servicios hechos para lo que ${youthName} necesita. El primer paso es hablar con un especialista.`,
        `Por favor llame al ${csaTelephone}; ${youthName} también puede llamar.`,
      ],
    }),
    'said-no-since': ({ youthName, csaTelephone }) => ({
      subject: `Coordinación de cuidados para ${youthName}`,
      paragraphs: [
        `Usted nos dijo que por ahora no quiere coordinación de cuidados para ${youthName}. Es su decisión. No cambia nada de lo demás que recibe.`,
        `Puede cambiar de opinión en cualquier momento. Llámenos al ${csaTelephone}, cualquier día y a cualquier hora.`,
      ],
    }),
    'looked-for-again': ({ youthName, csaTelephone }) => ({
      subject: `Coordinación de cuidados para ${youthName}`,
      paragraphs: [
        `${youthName} puede recibir coordinación de cuidados. La organización que le nombramos no puede empezar. Buscamos otra y pronto le diremos cuál le llamará.`,
        `Si necesita ayuda antes, llámenos al ${csaTelephone}, cualquier día y a cualquier hora. Puede dejarlo cuando quiera.`,
      ],
    }),
  },
  reasons: {
    'past-21st-birthday':
      'Nuestros servicios terminan al cumplir 21 años. Podemos informarle sobre servicios para personas adultas.',
    'under-5':
      'Nuestros servicios empiezan a los 5 años. Podemos informarle sobre servicios para niños y niñas más pequeños.',
    'special-consideration-open': 'Nuestros servicios empiezan a los 5 años. Estamos viendo si podemos empezar antes.',
    'lives-elsewhere': 'Nuestros servicios son para jóvenes que viven en Nueva Jersey.',
    'residence-not-confirmed': 'Por favor díganos dónde vive ahora.',
    'said-no': 'Usted nos dijo que no quiere estos servicios. Puede cambiar de opinión en cualquier momento.',
    'consent-missing':
      'Necesitamos un sí a esta solicitud de su madre, padre o tutor legal, o de la persona joven si tiene 18 años o más.',
    'authority-not-confirmed':
      'Por favor díganos quién puede tomar decisiones por esta persona joven, y envíenos el documento si lo hay.',
    'no-need-named': 'Por favor díganos qué tipo de ayuda busca.',
    'intensity-not-known': 'Necesitamos saber cuánta ayuda hace falta.',
    'grounds-not-reviewed': 'Necesitamos saber más sobre cómo van las cosas en casa, en la escuela y en la comunidad.',
  },
  rights: ({ csaTelephone, daysToAsk }) => [
    `Si no está de acuerdo, puede pedirnos que revisemos la decisión (reconsideración). Llame al ${csaTelephone} o escríbanos. ${limitEs(daysToAsk.reconsideration)}`,
    `También puede apelar. ${limitEs(daysToAsk.appeal)}`,
    'Si no está conforme con el trato que recibió, puede presentar una queja: primero a la agencia y después a nosotros. Una queja no cambia los servicios que recibe.',
  ],
};

function limitEs(days: number | null): string {
  return days === null
    ? 'Pregúntenos cuánto tiempo tiene y, por favor, hágalo pronto.'
    : `Tiene ${days} días desde la fecha de esta carta.`;
}
