/**
 * The public pages in English, at a sixth-grade reading level. `{performCare}` and its like become the number to call,
 * from help-lines.ts, so that no number is ever typed into a sentence.
 */
export const english = {
  language: 'English',
  otherLanguage: 'Español',
  skipToContent: 'Skip to the content',
  mainMenu: 'Main menu',
  howItWorks: 'How it works',
  signIn: 'Sign in',
  danger: {
    label: 'Help in danger',
    now: 'In danger now? Call {emergency}.',
    suicide: 'Thoughts of suicide: call or text {suicideAndCrisis}.',
    mobileResponse: 'Someone to come to you, day or night: {performCare}.',
    abuse: 'Child abuse or neglect: {childAbuse}.',
  },
  finder: {
    title: 'Find the care team for your county',
    lead: 'A Care Management Organization (CMO) helps a young person and family build a team and a plan. It costs families nothing. It is your choice.',
    label: 'Your town, ZIP code or county',
    hint: 'For example: Bridgeton, or 08302',
    button: 'Find',
  },
  map: {
    label: 'Map of the counties of New Jersey',
    caption: (organizations: number, counties: number) => `${organizations} organizations, ${counties} counties.`,
    asList: 'Show as a list',
    skip: 'Skip the map',
  },
  list: { title: 'Every county and its care team', none: 'Ask PerformCare at {performCare}' },
  county: (name: string) => `${name} County`,
  counties: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} County` : `${new Intl.ListFormat('en-GB').format(names)} counties`,
  countyTitle: (name: string) => `Care team for ${name} County`,
  organization: {
    startHere: 'How to start',
    website: 'Website',
    office: 'Office telephone',
    noOffice: 'We have not confirmed the office telephone yet. PerformCare connects you: {performCare}.',
    firstCall: (name: string) =>
      `The first call goes to PerformCare. ${name} can begin only after PerformCare refers you.`,
    share: 'Page to share for',
    zipNote: 'Some towns and ZIP codes lie in two counties. What counts is the county you live in.',
    anotherCounty: 'Choose another county',
    none: 'No organization is listed for this county today. PerformCare knows who serves it: {performCare}.',
  },
  steps: (name: string) => [
    'Call PerformCare at {performCare}, any hour. A parent or guardian calls; at 18 you can call yourself.',
    'They listen, and may arrange a visit to understand what is needed.',
    `If a care team fits, ${name} gets in touch, often within a day.`,
    'You choose who is on your team. Together you make a plan, and you can change your mind.',
  ],
  anyCmo: 'the CMO for your county',
  fso: {
    title: 'Talk with a parent who has been there',
    text: (counties: string) =>
      `A Family Support Organization (FSO) is run by parents and caregivers for parents and caregivers. You need no referral. There is one for ${counties}.`,
    warmline: 'Telephone',
    website: 'Website',
    unseen: 'We have not confirmed how to reach it yet. PerformCare can tell you: {performCare}.',
  },
  facts: [
    {
      title: 'A team you choose',
      text: 'A care manager brings together people in your life who help: family, friends, a teacher, a coach, and people who give treatment.',
    },
    {
      title: 'A plan in your words',
      text: 'You say what matters and what goes well. The team writes a plan with you and looks at it again and again.',
    },
    {
      title: 'Ready for hard days',
      text: 'Early on you make a crisis plan together: what to watch for, what helps, and who to call.',
    },
  ],
  who: {
    title: 'Who it is for',
    items: [
      'Young people who live in New Jersey, from age 5 until their 21st birthday. Is your child younger? Call too: each is looked at with special care.',
      'Mental health, behavior, developmental disabilities, or alcohol and drug use.',
      'Any income, any insurance or none. It costs families nothing.',
      'Everyone, whatever language you speak and wherever you were born.',
      'Families who want it. Saying yes is your choice.',
    ],
  },
  start: { title: 'How to start' },
  languages: {
    title: 'Help in your language',
    text: 'Say which language you speak when you call. An interpreter joins, free of charge. Children never have to interpret.',
  },
  choice: {
    title: 'Which one is yours?',
    lead: 'What you wrote can mean more than one county.',
    guessed: 'We were not quite sure. Did you mean one of these?',
    town: (town: string, county: string) => `${town}, in ${county} County`,
  },
  understood: (name: string) => `We understood: ${name}.`,
  nothing: {
    title: 'We did not find that place',
    text: 'Try only the town, the five numbers of the ZIP code, or the county. Or pick your county on the map or in the list.',
    call: 'You can also just call PerformCare at {performCare}, any hour. They know who serves you.',
  },
  empty: { title: 'Where do you live?', text: 'Write your town, ZIP code or county, or pick it on the map.' },
  elsewhere: {
    title: (state: string | null) =>
      state === null ? 'That looks like a place outside New Jersey' : `That looks like a place in ${state}`,
    text: 'The teams on this page serve young people who live in New Jersey. Where you live, your doctor, school or health plan can say how to start.',
    stillHere: 'Do you live in New Jersey? Write your New Jersey town, or call PerformCare at {performCare}.',
    crisis: 'In danger, these numbers work in every state: {emergency}, and {suicideAndCrisis} by call or text.',
  },
  unknownPage: {
    title: 'There is no such page',
    text: 'The address may be mistyped or old. Find the care team for your county with your town or ZIP code, or in the list.',
  },
  unknownCounty: {
    title: 'There is no page for that county',
    text: 'New Jersey has 21 counties. Find yours with your town or ZIP code, or in the list.',
  },
  how: {
    title: 'How it works',
    lead: 'From the first call to your own team, step by step.',
    what: {
      title: 'What a CMO does',
      text: [
        'A Care Management Organization, or CMO, is a non-profit in your county. One care manager works with your family to bring help together, so that you do not have to do it alone.',
        'The team meets with you where it suits you. The aim is that a young person does well at home, in school and in the community.',
      ],
    },
    next: {
      title: 'What happens then',
      text: [
        'PerformCare works for the whole state. The person on the phone asks for a name, address, birthday and what is going on.',
        'A licensed clinician who does not work for PerformCare may meet you in person to understand what is needed.',
        'Care can be short-term help, a care team, or services for a developmental disability or for alcohol and drug use.',
        'Do you see a decision differently? You can ask PerformCare to look at it again, or appeal, or make a complaint.',
      ],
    },
    urgent: {
      title: 'When it cannot wait',
      text: 'Mobile response comes to you, day and night: call {performCare}. Someone can be with you within an hour, or within a day if you prefer. If a life is in danger, call {emergency}.',
    },
    yours: {
      title: 'What stays yours',
      items: [
        'It is your choice to start, and to stop.',
        'You say who is on your team.',
        'A CMO has no say over custody.',
        'A parent or legal guardian agrees to the start. From 18 on, the young adult does.',
      ],
    },
    words: {
      title: 'Words you may hear',
      items: [
        { word: 'CMO', means: 'Care Management Organization: the team in your county. This page finds it.' },
        { word: 'PerformCare', means: 'The one place in New Jersey where every request for help starts.' },
        { word: 'Child Family Team', means: 'You, and the people you choose to plan with.' },
        { word: 'FSO', means: 'Family Support Organization: parents and caregivers who have been there.' },
        {
          word: 'MCO',
          means: 'Not a CMO: a health plan of NJ FamilyCare. To join or change a health plan, call {familyCare}.',
        },
      ],
    },
    find: 'Find your care team',
  },
  footer: {
    about: 'Kinfold is free, open-source software for care teams and the families they work with.',
    sources:
      'Names, counties and numbers come from public pages. Did something change? PerformCare always knows: {performCare}.',
  },
  siteDescription: 'Find the Care Management Organization for your county in New Jersey. It costs families nothing.',
};
