/** What the page says where emergency access is taken. */
export const TAKE = {
  title: 'Emergency access',
  hint: 'For a youth of your organization whose chart is not yours to open, when somebody’s safety depends on it. It ends by itself, and your privacy officer reads why.',
  form: {
    title: 'Open a chart now',
    by: 'Which youth',
    ways: {
      number: 'By the chart’s number',
      name: 'By whole name and birth day',
      identifier: 'By CYBER number or another exact identifier',
    },
    named: { number: 'Number of the chart', name: 'First and last name', identifier: 'Identifier' },
    nameHint: 'As the chart has it, in full: the legal name, or the preferred name with the last name.',
    born: 'Birth day',
    reason: 'Why it cannot wait',
    reasonHint: 'In a sentence or two: what is happening, and what you need. The privacy officer reads it.',
    minutes: 'For how long',
    choices: [
      ['30', 'half an hour'],
      ['60', 'an hour'],
      ['120', 'two hours'],
      ['240', 'four hours, the longest'],
    ],
    confirm: 'Open the chart',
    missing: 'Fill this in.',
    noNumber: 'Write the number alone, such as 415.',
    notWhole: 'Write the first and the last name.',
    shortIdentifier: 'Write the whole identifier: three characters at least.',
    shortReason: 'Write at least ten letters, so that somebody can judge it.',
  },
  taken: (until: string) => `The chart is open to you until ${until}.`,
  within: 'This chart is yours to open anyway: nothing was taken and nothing waits for review.',
  go: 'Go to the chart',
  others: (numbers: readonly number[]) =>
    `This youth has another chart here: ${numbers.map((number) => `no. ${number}`).join(', ')}. What you look for may stand there; ask for it by its number.`,
  open: { title: 'Open to you now', until: (when: string) => `until ${when}`, chart: 'A chart,' },
  refusals: {
    'not-found':
      'That does not name one youth of your organization. Check each part, or ask for the chart’s number. Nothing else is said, so that nobody learns by trying.',
    'too-many-attempts': 'Too many tries that named nobody. Wait a little, then try again, or call your supervisor.',
    'id-used-for-another-write': 'This was sent before with other content. Load the page again.',
  } as Readonly<Record<string, string>>,
} as const;
