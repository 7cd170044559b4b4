/** What the page says where emergency access is taken. */
export const TAKE = {
  title: 'Emergency access',
  hint: 'For a youth of your organization whose chart is not yours to open, when somebody’s safety depends on it. It ends by itself, and your privacy officer reads why.',
  form: {
    title: 'Open a chart now',
    by: 'Which youth',
    byNumber: 'By the chart’s number',
    byIdentifier: 'By CYBER number or another exact identifier',
    number: 'Number of the chart',
    identifier: 'Identifier',
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
    shortReason: 'Write at least ten letters, so that somebody can judge it.',
  },
  taken: (until: string) => `The chart is open to you until ${until}.`,
  within: 'This chart is yours to open anyway: nothing was taken and nothing waits for review.',
  go: 'Go to the chart',
  open: { title: 'Open to you now', until: (when: string) => `until ${when}`, chart: 'A chart,' },
  refusals: {
    'not-found': 'No youth of your organization has that number or identifier.',
    'id-used-for-another-write': 'This was sent before with other content. Load the page again.',
  } as Readonly<Record<string, string>>,
} as const;
