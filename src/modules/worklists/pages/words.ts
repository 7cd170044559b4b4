/** Who owes what others owe, as the first of a rule's roles names them. */
const WAITED_FOR: Readonly<Record<string, string>> = {
  'out-of-home-provider': 'provider of treatment away from home',
  'residential-services': 'Office of Residential Services',
};

/** The words of the worklist. Another language is another value of the same type. */
const en = {
  loading: 'Loading what is owed',
  summary: { late: 'late', today: 'today', soon: 'in the next 7 days' },
  agreements: (count: number) => (count === 1 ? '1 agreement to renew' : `${count} agreements to renew`),
  nothingSoon: 'nothing in the next two weeks',
  whose: {
    label: 'Whose duties',
    mine: 'Mine',
    team: 'My team',
    unassigned: 'Unassigned',
    waiting: 'Waiting on others',
  },
  group: { label: 'Group by', due: 'due day', clause: 'clause', youth: 'youth' },
  clause: { label: 'Clause', all: 'All clauses' },
  time: { showAll: 'Show all', only: 'Shown alone:' },
  waits: (role: string) => `Waits on the ${WAITED_FOR[role] ?? role.replaceAll('-', ' ')}`,
  more: 'Show more',
  more200: 'There is more than these. Show more',
  missed: (count: number) => (count === 1 ? '1 period missed before' : `${count} periods missed before`),
  partly: (count: number) => (count === 1 ? '1 part still open' : `${count} parts still open`),
  handedOn: { to: (name: string) => `handed on to ${name}`, by: (name: string) => `handed to you by ${name}` },
  impossible: 'known too late to be in time',
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
      says: 'Only care managers you supervise today count here, and those of a supervisor you cover.',
    },
    unassigned: { title: 'Every youth has a care manager', says: 'Charts nobody is accountable for would stand here.' },
    waiting: {
      title: 'Nothing waits on others',
      says: 'What families, providers or the administrator owe would stand here.',
    },
    filtered: { title: 'Nothing under this clause', says: 'Choose “All clauses” to see the rest.' },
  },
  saved: {
    button: 'Saved filters',
    own: 'Mine',
    team: 'Shared by the team',
    none: 'None yet',
    save: 'Save this view…',
    manage: 'Rename, share, delete…',
    by: (name: string) => `by ${name}`,
    opensWith: 'opens with this',
    title: 'Save this view',
    says: 'Kept for this seat: whose duties, the grouping, the clause and the time.',
    name: 'Name',
    nameHint: 'In the words of the work; leave out the names of people.',
    share: 'Share it with my team',
    shareHint: 'Your supervisor, those they supervise and those you supervise can choose it.',
    open: 'Open Today with it',
    confirm: 'Save it',
    manageTitle: 'Saved filters',
    rename: 'Save',
    remove: 'Delete',
    removeLabel: (name: string) => `Delete ${name}`,
    usual: 'Open Today as usual',
    openLabel: (name: string) => `Open Today with ${name}`,
    back: 'Go back',
    done: 'Done',
    problems: {
      'already-there': 'You already have a filter of that name.',
      'too-many': 'You keep as many as one seat may. Delete one first.',
      'too-small': 'Give it a name.',
      missing: 'Give it a name.',
    } as Readonly<Record<string, string>>,
  },
  quiet: {
    label: 'Youth nobody reached',
    one: (days: number, count: number) => `${count} without contact in ${days} days, by what you may see`,
  },
  digest: {
    title: 'Monday’s message',
    label: 'Send me how my work stands, every Monday at seven',
    says: 'An e-mail with numbers and a link: what is late, due in the next 7 days, waiting on others. It names nobody.',
    usual: 'Comes to care managers and supervisors unless they switch it off. It is for this seat only.',
    kept: 'Your choice could not be kept. Try again.',
  },
  failed: { title: 'What is owed could not be shown', kept: 'Nothing was lost: drafts and signed notes are kept.' },
};

export type WorklistWords = typeof en;
export const words: WorklistWords = en;
