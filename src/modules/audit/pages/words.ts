/** The privacy officer's pages. */
export const PARTS = {
  label: 'Parts of the audit',
  trail: 'Trail',
  emergency: 'Emergency access',
  redactions: 'Redactions',
} as const;

export const TRAIL = {
  title: 'Audit',
  hint: 'Who did or saw what: of your own people, and on charts your organization held then.',
  loading: 'Loading the trail',
  failed: 'The trail could not be shown',
  kept: 'Nothing in it can be lost by that.',
  none: 'Nothing in the trail fits',
  noneWhy: 'Widen the days, or leave a filter open.',
  filters: 'Narrow the trail',
  operation: 'What',
  any: 'Anything',
  outcome: 'Outcome',
  outcomes: { looked: 'looked', done: 'did', refused: 'was not let' },
  number: 'Chart no.',
  person: 'Who',
  anybody: 'Anybody',
  row: 'Row',
  newest: 'Newest rows',

  from: 'From',
  to: 'To',
  show: 'Show',
  when: 'When',
  who: 'Who',
  what: 'What',
  chart: 'Chart',
  details: 'Codes',
  sealed: 'sealed',
  open: 'seal to come',
  seal: 'Seal',
  program: 'the program',
  older: 'Show older rows',
  seals: 'Seals',
  sealsHint: 'Rows are sealed into a chain, soon after they come: a row changed or taken out afterwards would show.',
  last: (number: number, day: string) => `Last seal: no. ${number}, ${day}.`,
  noSeal: 'No seal was made yet.',
  waiting: (count: number) =>
    count === 1 ? '1 row waits for the next.' : `${count.toLocaleString()} rows wait for the next.`,
  outside: 'It was compared with the heads kept outside the database too.',
  notOutside: 'No heads are kept outside this database, so it was compared with itself only.',
  era: (era: number) => `era ${era}`,
  sealNo: (seal: number) => `seal no. ${seal}`,
  rowNo: (row: number) => `row ${row}`,
  lost: (gaps: readonly { readonly from: number; readonly to: number }[]) =>
    `Rows lost when the database went back to an older copy: ${gaps.map(({ from, to }) => `${from} to ${to}`).join('; ')}.`,
  verify: 'Check the whole chain',
  good: (seals: number, events: number) =>
    `Every seal holds: ${seals.toLocaleString()} seals, ${events.toLocaleString()} rows.`,
  bad: (problems: number) =>
    `The chain does not hold: ${problems} problems. Tell whoever runs Kinfold now, and keep the database as it is.`,
} as const;
