/** The words of the worklist. Another language is another value of the same type. */
const en = {
  loading: 'Loading what is owed',
  summary: { late: 'late', today: 'today', week: 'this week' },
  nothingSoon: 'nothing in the next two weeks',
  whose: {
    label: 'Whose duties',
    mine: 'Mine',
    team: 'My team',
    unassigned: 'Unassigned',
    waiting: 'Waiting on others',
  },
  group: { label: 'Group by', due: 'due day', clause: 'clause', youth: 'youth' },
  clause: { label: 'Clause', all: 'all clauses' },
  time: { showAll: 'Show all', only: 'Shown alone:' },
  waits: 'Waits on',
  more: 'Show more',
  more200: 'There is more than these. Show more',
  missed: (count: number) => (count === 1 ? '1 period missed before' : `${count} periods missed before`),
  partly: (count: number) => (count === 1 ? '1 part still open' : `${count} parts still open`),
  delegated: 'handed on',
  accountable: (name: string) => `with ${name}`,
  target: 'Target',
  toldOver: 'Clock stopped',
  by: (hour: string) => `by ${hour}`,
  recordContact: 'Record contact',
  empty: {
    mine: {
      title: 'Nothing is owed in the next two weeks',
      says: 'New duties appear here by themselves as things happen.',
    },
    team: {
      title: 'Your team owes nothing in the next two weeks',
      says: 'Only care managers you supervise count here.',
    },
    unassigned: { title: 'Every youth has a care manager', says: 'Charts nobody is accountable for would stand here.' },
    waiting: {
      title: 'Nothing waits on others',
      says: 'What families, providers or the administrator owe would stand here.',
    },
    filtered: { title: 'Nothing under this clause', says: 'Choose all clauses to see the rest.' },
  },
  failed: { title: 'What is owed could not be shown', kept: 'Nothing was lost: drafts and signed notes are kept.' },
};

export type WorklistWords = typeof en;
export const words: WorklistWords = en;
