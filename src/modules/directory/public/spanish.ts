import type { Words } from './words.ts';

/** The public pages in Spanish: the same things said, at the same reading level, addressed as “usted”. */
export const spanish: Words = {
  language: 'Español',
  otherLanguage: 'English',
  skipToContent: 'Ir al contenido',
  mainMenu: 'Menú principal',
  howItWorks: 'Cómo funciona',
  signIn: 'Iniciar sesión',
  danger: {
    label: 'Ayuda en caso de peligro',
    now: '¿En peligro ahora? Llame al {emergency}.',
    suicide: 'Pensamientos de suicidio: llame o envíe un texto al {suicideAndCrisis}.',
    mobileResponse: 'Alguien que vaya a verle, de día o de noche: {performCare}.',
    abuse: 'Abuso o descuido de un niño: {childAbuse}.',
  },
  finder: {
    title: 'Encuentre el equipo de apoyo de su condado',
    lead: 'Una Organización de Coordinación de Cuidados (CMO, por sus siglas en inglés) ayuda a un joven y a su familia a formar un equipo y un plan. A las familias no les cuesta nada. Usted decide.',
    label: 'Su ciudad o pueblo, código postal o condado',
    hint: 'Por ejemplo: Bridgeton, o 08302',
    button: 'Buscar',
  },
  map: {
    label: 'Mapa de los condados de Nueva Jersey',
    caption: (organizations, counties) => `${organizations} organizaciones, ${counties} condados.`,
    asList: 'Ver como lista',
    skip: 'Saltar el mapa',
  },
  list: { title: 'Cada condado y su equipo', none: 'Pregunte a PerformCare: {performCare}' },
  county: (name) => `Condado de ${name}`,
  counties: (names) =>
    names.length === 1 ? `Condado de ${names[0]}` : `Condados de ${new Intl.ListFormat('es').format(names)}`,
  countyTitle: (name) => `Equipo de apoyo del condado de ${name}`,
  organization: {
    startHere: 'Cómo empezar',
    website: 'Sitio web',
    office: 'Teléfono de la oficina',
    noOffice: 'Todavía no hemos confirmado el teléfono de la oficina. PerformCare le comunica: {performCare}.',
    firstCall: (name) =>
      `La primera llamada es a PerformCare. ${name} solo puede empezar después de que PerformCare refiera a su familia.`,
    share: 'Página para compartir:',
    zipNote: 'Algunos pueblos y códigos postales están en dos condados. Lo que cuenta es el condado donde usted vive.',
    anotherCounty: 'Elegir otro condado',
    none: 'Hoy no hay ninguna organización anotada para este condado. PerformCare sabe quién lo atiende: {performCare}.',
  },
  steps: (name) => [
    'Llame a PerformCare al {performCare}, a cualquier hora. Llama uno de los padres o el tutor legal; a partir de los 18 años, usted puede llamar por su cuenta.',
    'Le escuchan, y tal vez organicen una visita para entender qué se necesita.',
    `Si un equipo es lo adecuado, ${name} se comunica con ustedes, con frecuencia dentro de un día.`,
    'Ustedes eligen quién está en el equipo. Juntos hacen un plan, y siempre pueden cambiar de opinión.',
  ],
  anyCmo: 'la CMO de su condado',
  fso: {
    title: 'Hable con otra familia que ya pasó por esto',
    text: (counties) =>
      `Una Organización de Apoyo Familiar (FSO, por sus siglas en inglés) la dirigen padres y personas que cuidan, para padres y personas que cuidan. No hace falta que nadie le refiera. Hay una para: ${counties}.`,
    warmline: 'Teléfono',
    website: 'Sitio web',
    unseen: 'Todavía no hemos confirmado cómo comunicarse con ella. PerformCare se lo puede decir: {performCare}.',
  },
  facts: [
    {
      title: 'Un equipo que usted elige',
      text: 'Una persona que coordina los cuidados reúne a la gente que les ayuda en la vida: familia, amistades, un maestro, una entrenadora y quienes dan tratamiento.',
    },
    {
      title: 'Un plan con sus palabras',
      text: 'Usted dice qué importa y qué va bien. El equipo escribe el plan con ustedes y lo revisa una y otra vez.',
    },
    {
      title: 'Preparados para los días difíciles',
      text: 'Desde el principio hacen juntos un plan de crisis: a qué estar atentos, qué ayuda y a quién llamar.',
    },
  ],
  who: {
    title: 'Para quién es',
    items: [
      'Jóvenes que viven en Nueva Jersey, desde los 5 años hasta el día en que cumplen 21. ¿Es más pequeño? Llame también: se mira con atención especial.',
      'Salud mental, conducta, discapacidades del desarrollo, o uso de alcohol y drogas.',
      'Con cualquier ingreso, con cualquier seguro o sin seguro. A las familias no les cuesta nada.',
      'Para todos, sin importar qué idioma hablen ni dónde nacieron.',
      'Para las familias que lo quieren. Decir que sí es decisión suya.',
    ],
  },
  start: { title: 'Cómo empezar' },
  languages: {
    title: 'Ayuda en su idioma',
    text: 'Al llamar, diga qué idioma habla. Un intérprete se une a la llamada, sin costo. Los niños nunca tienen que interpretar.',
  },
  choice: {
    title: '¿Cuál es el suyo?',
    lead: 'Lo que escribió puede ser más de un condado.',
    guessed: 'No estamos seguros. ¿Quiso decir uno de estos?',
    town: (town, county) => `${town}, en el condado de ${county}`,
  },
  understood: (name) => `Entendimos: ${name}.`,
  nothing: {
    title: 'No encontramos ese lugar',
    text: 'Pruebe solo con la ciudad o el pueblo, los cinco números del código postal o el condado. O elija su condado en el mapa o en la lista.',
    call: 'También puede llamar directamente a PerformCare al {performCare}, a cualquier hora. Saben quién le atiende.',
  },
  empty: { title: '¿Dónde vive?', text: 'Escriba su ciudad o pueblo, código postal o condado, o elíjalo en el mapa.' },
  elsewhere: {
    title: (state) =>
      state === null
        ? 'Ese lugar parece estar fuera de Nueva Jersey'
        : `Ese lugar parece estar en ${STATES[state] ?? state}`,
    text: 'Los equipos de esta página atienden a jóvenes que viven en Nueva Jersey. Donde usted vive, su médico, la escuela o su plan de salud le pueden decir cómo empezar.',
    stillHere: '¿Vive en Nueva Jersey? Escriba su pueblo de Nueva Jersey, o llame a PerformCare al {performCare}.',
    crisis:
      'En peligro, estos números funcionan en todos los estados: {emergency}, y {suicideAndCrisis} por llamada o texto.',
  },
  unknownPage: {
    title: 'Esta página no existe',
    text: 'La dirección puede tener un error o ser antigua. Encuentre el equipo de su condado con su pueblo o código postal, o en la lista.',
  },
  unknownCounty: {
    title: 'No hay una página para ese condado',
    text: 'Nueva Jersey tiene 21 condados. Encuentre el suyo con su pueblo o código postal, o en la lista.',
  },
  how: {
    title: 'Cómo funciona',
    lead: 'De la primera llamada a su propio equipo, paso a paso.',
    what: {
      title: 'Qué hace una CMO',
      text: [
        'Una Organización de Coordinación de Cuidados, o CMO, es una organización sin fines de lucro de su condado. Una sola persona coordina los cuidados con su familia y reúne la ayuda, para que ustedes no tengan que hacerlo solos.',
        'El equipo se reúne con ustedes donde les convenga. La meta es que el joven esté bien en casa, en la escuela y en la comunidad.',
      ],
    },
    next: {
      title: 'Qué pasa después',
      text: [
        'PerformCare trabaja para todo el estado. La persona que contesta pregunta el nombre, la dirección, la fecha de nacimiento y qué está pasando.',
        'Un profesional con licencia que no trabaja para PerformCare tal vez se reúna con ustedes en persona para entender qué se necesita.',
        'La ayuda puede ser a corto plazo, un equipo de apoyo, o servicios por una discapacidad del desarrollo o por uso de alcohol y drogas.',
        '¿Ve una decisión de otra manera? Puede pedir a PerformCare que la revise, apelar o presentar una queja.',
      ],
    },
    urgent: {
      title: 'Cuando no puede esperar',
      text: 'La respuesta móvil va a donde usted está, de día y de noche: llame al {performCare}. Alguien puede estar con ustedes dentro de una hora, o dentro de un día si lo prefieren. Si hay una vida en peligro, llame al {emergency}.',
    },
    yours: {
      title: 'Lo que sigue siendo suyo',
      items: [
        'Usted decide si empieza, y si deja de participar.',
        'Usted dice quién está en su equipo.',
        'Una CMO no decide nada sobre la custodia.',
        'Uno de los padres o el tutor legal da su permiso para empezar. A partir de los 18 años, lo da el joven adulto.',
      ],
    },
    words: {
      title: 'Palabras que tal vez oiga',
      items: [
        {
          word: 'CMO',
          means: 'Organización de Coordinación de Cuidados: el equipo de su condado. Esta página lo encuentra.',
        },
        { word: 'PerformCare', means: 'El único lugar de Nueva Jersey donde empieza toda solicitud de ayuda.' },
        { word: 'Equipo del Niño y la Familia', means: 'Ustedes y las personas que eligen para planear juntos.' },
        { word: 'FSO', means: 'Organización de Apoyo Familiar: padres y personas que cuidan que ya pasaron por esto.' },
        {
          word: 'MCO',
          means:
            'No es una CMO: es un plan de salud de NJ FamilyCare. Para inscribirse o cambiar de plan, llame al {familyCare}.',
        },
      ],
    },
    find: 'Encuentre su equipo',
  },
  footer: {
    about:
      'Kinfold es un programa libre y de código abierto para los equipos de apoyo y las familias con las que trabajan.',
    sources:
      'Los nombres, condados y números vienen de páginas públicas. ¿Cambió algo? PerformCare siempre lo sabe: {performCare}.',
  },
  siteDescription:
    'Encuentre la organización que coordina los cuidados en su condado de Nueva Jersey. A las familias no les cuesta nada.',
};

const STATES: Readonly<Record<string, string>> = { Pennsylvania: 'Pensilvania', 'New York': 'Nueva York' };
