/** Charts an agency handed over, and what it keeps of them. */
export const TRANSFERRED = {
  title: 'Transferred',
  hint: 'Youth whose chart left for another agency. What your agency recorded stays here to read.',
  summary: (count: number) => `${count} youth`,
  latest: (count: number) => `the latest ${count}`,
  find: 'Name or chart number',
  loading: 'Loading the list',
  failed: { title: 'The list could not be shown', kept: 'Nothing was changed.' },
  empty: { title: 'No chart has left', says: 'When a chart goes to another agency, your part of it stands here.' },
  notFound: { title: 'Nobody of that name', says: 'Write less of the name, or look among those who are still here.' },
  columns: { name: 'Youth', number: 'Chart', born: 'Born', left: 'Left', to: 'Went to' },
  unknown: 'not known',
} as const;

export const OPENED = {
  loading: 'Loading what was kept',
  failed: { title: 'What was kept could not be shown', kept: 'Nothing was changed.' },
  gone: {
    title: 'There is no such chart for this seat',
    says: 'It may have come back, or belong to another of your seats.',
  },
  back: 'All transferred charts',
  about: (number: number, born: string | null) =>
    [`chart ${number}`, born === null ? null : `born ${born}`].filter(Boolean).join(' · '),
  went: (agency: string, day: string) => `Went to ${agency} on ${day}.`,
  says: 'Here is what your agency recorded until then. Nothing written since is shown, and nothing can be added.',
  parts: { label: 'Parts of what was kept', notes: 'Notes', timeline: 'Timeline', owed: 'Owed on that day' },
  noNotes: { title: 'No notes', says: 'Your agency signed none that this seat may read.' },
  noMarks: { title: 'Nothing is recorded', says: 'Your agency recorded nothing that this seat may read.' },
  noOwed: { title: 'Nothing was owed', says: 'On the day the chart left, no duty was open or met.' },
  owed: {
    open: 'Still open on that day',
    openHint: 'What became of these since is the other agency’s.',
    done: 'Met, decided or resting',
    due: (day: string) => `due ${day}`,
    /** Where the usual words of a shape would not do. */
    states: {
      'met-late': 'Met late',
      amber: 'Near or past',
      delegated: 'Delegated',
      paused: 'Resting',
      missed: 'Not done',
      impossible: 'Past before it was known',
    } as Readonly<Record<string, string>>,
  },
} as const;
