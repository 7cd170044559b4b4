/** Details of audit rows that a court ordered away. */
export const REDACTIONS = {
  title: 'Redactions',
  hint: 'When a court orders it, the details of one sealed row go for good. Two privacy officers do it together; the chain still verifies.',
  loading: 'Loading redactions',
  failed: 'Redactions could not be shown',
  kept: 'Nothing was changed.',
  none: 'No redaction was asked for',
  noneWhy: 'It takes a court order and the number of a sealed row of the trail.',
  ask: 'Ask for a redaction',
  columns: { row: 'Row', order: 'Court order', reason: 'Reason', asked: 'Asked by', confirmed: 'Confirmed by' },
  by: (name: string | null, at: string) => `${name ?? 'somebody who has left'}, ${at}`,
  waits: 'waits for another privacy officer',
  confirm: 'Confirm',
  askForm: {
    title: 'Ask for a redaction',
    says: 'Nothing goes until another privacy officer confirms.',
    event: 'Number of the row',
    eventHint: 'Stands in the last column of the trail. The row must be sealed.',
    order: 'Court order',
    orderHint: 'The court’s number of it, never what it says.',
    reason: 'Reason',
    confirm: 'Ask',
  },
  confirmForm: {
    title: 'Let these details go for good?',
    says: (event: number, order: string) =>
      `The details of row ${event} cannot be had back afterwards. Court order: ${order}.`,
    confirm: 'Let them go',
  },
  back: 'Go back',
  wrong: { event: 'Write the row’s number', order: 'Name the court order', reason: 'Say the reason in a few words' },
  asked: 'The redaction is asked for. Another privacy officer confirms it here.',
  confirmed: 'The details are gone. The chain still verifies.',
  refusals: {
    'another-person-confirms-once': 'Another privacy officer confirms it, and once.',
    'not-found': 'No sealed row of your trail has that number.',
  } as Readonly<Record<string, string>>,
} as const;
