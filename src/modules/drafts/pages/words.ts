/** The words of what somebody is still writing. */
export const words = {
  list: {
    title: 'What you are writing',
    says: 'Begun and not signed or sent. Only you see these.',
    loading: 'Loading your drafts',
    empty: { title: 'Nothing is half written', says: 'What you begin and do not sign or send stands here.' },
    failed: { title: 'Your drafts could not be shown', kept: 'They are kept.' },
    saved: (when: string) => `saved ${when}`,
    goOn: 'Go on writing',
  },
  back: {
    title: 'Words you wrote without a connection are back.',
    written: (what: string, when: string) => `${what}, written ${when}`,
    undecided: '(what they belonged to was changed, signed or thrown away since: open it to decide)',
    elsewhere: 'Words you wrote in another of your seats wait here until you take it.',
    all: 'All you are writing',
    close: 'Close',
  },
  kinds: {
    note: 'A note',
    amendment: 'An amendment of a note',
    register: 'A referral',
    recorded: 'A referral to record',
    row: (row: string) => `Row ${row} of a file`,
    other: 'A draft',
  },
} as const;
