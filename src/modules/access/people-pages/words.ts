/** What the people and seats page says. */
export const PEOPLE = {
  title: 'People and seats',
  summary: (people: number, seats: number, agency: string) =>
    `${agency} · ${people} ${people === 1 ? 'person' : 'people'} · ${seats} ${seats === 1 ? 'seat' : 'seats'} held today`,
  loading: 'Loading people and seats',
  failed: 'People and seats could not be shown',
  kept: 'Nothing was changed.',
  invite: 'Invite somebody',
  narrow: 'Which seats',
  pills: {
    now: 'Held today',
    away: 'Away today',
    invited: 'Not in yet',
    past: 'Ended or shut out',
    all: 'All',
  },
  find: 'Find a person or capacity',
  columns: {
    person: 'Person',
    capacity: 'Acts as',
    supervisor: 'Supervised by',
    since: 'Seat',
    standing: 'Stands',
    change: 'Change',
  },
  nobody: 'nobody',
  supervises: (names: readonly string[]) => `supervises ${names.join(', ')}`,
  from: 'from',
  until: 'until',
  ended: 'ended',
  standing: {
    here: 'Works here',
    later: 'Begins later',
    ended: 'Ended',
    shutOut: 'Shut out',
    invited: 'Invited, not in yet',
    away: 'Away',
  },
  linkUntil: (when: string) => `the link works until ${when}`,
  awayWords: (from: string, to: string, cover: string) => `${from} to ${to}, ${cover} covers`,
  empty: {
    now: ['Nobody holds a seat today', 'Invite somebody, or look at all seats.'],
    away: ['Nobody is away today', 'Arrange cover from a person’s line and it stands here on those days.'],
    invited: ['Everybody invited is in', 'Somebody whose link is not used yet stands here for 72 hours.'],
    past: ['No seat has ended', 'Seats stay here after they end, so that history keeps who acted as what.'],
    all: ['No seats yet', 'Invite somebody to begin.'],
  },
  notFound: ['Nobody of that name', 'Look at another list, or write less of the name.'],
  show: 'Show all',
} as const;

/** The lines of a seat's menu. */
export const MENU = {
  label: (name: string) => `Change ${name}’s seat`,
  button: 'Change',
  capacity: 'Change capacity',
  supervisor: 'Set supervisor',
  absence: 'Arrange cover for an absence',
  endAbsence: (from: string, to: string) => `End the absence of ${from} to ${to}`,
  seat: 'Give a further seat',
  link: 'Make a new link to get in',
  sessions: 'See where they are signed in',
  end: 'End the seat',
  shutOut: 'Shut out at once',
  letIn: 'Let in again',
} as const;

/** The forms, and what they answer. */
export const FORMS = {
  back: 'Go back',
  close: 'Done',
  fields: {
    name: 'Name',
    email: 'E-mail',
    locale: 'Letters to them in',
    capacity: 'Acts as',
    title: 'Title, if it differs',
    titleHint: 'What stands beside the name instead: “Intake supervisor”.',
    from: 'From',
    to: 'Last day',
    supervisor: 'Supervised by',
    cover: 'Who covers',
  },
  locales: { en: 'English', es: 'Spanish' },
  choose: 'Choose',
  nobody: 'Nobody',
  invite: {
    title: 'Invite somebody',
    says: 'They get a link that works once, for 72 hours, and choose their own way to sign in.',
    confirm: 'Invite',
  },
  capacity: {
    title: (name: string) => `Change what ${name} acts as`,
    says: 'The seat ends the day before and a new one begins, so that history keeps who acted as what.',
    confirm: 'Change capacity',
    done: (name: string) => `${name} acts in another capacity from that day.`,
  },
  seat: {
    title: (name: string) => `Give ${name} a further seat`,
    says: 'One person can hold several seats and takes one of them at a time.',
    confirm: 'Give the seat',
    done: (name: string) => `${name} has a further seat.`,
  },
  supervisor: {
    title: (name: string) => `Who supervises ${name}?`,
    says: 'From that day on their work stands in the supervisor’s team list and on the caseload board. Where care managers and supervisors see only what is theirs, the supervisor sees their charts from that day on, too.',
    confirm: 'Set supervisor',
    done: (name: string) => `The supervisor of ${name} is set.`,
  },
  absence: {
    title: (name: string) => `Cover while ${name} is away`,
    says: 'On those days the duties and charts of this seat are with whoever covers; a supervisor who covers a supervisor answers for their team, too.',
    confirm: 'Arrange cover',
    done: (name: string) => `Cover for ${name} is arranged.`,
  },
  endAbsence: {
    title: (name: string) => `End the cover for ${name}`,
    says: 'It can end earlier than planned. An absence that has not begun by that day is taken back.',
    confirm: 'End the cover',
    done: (name: string) => `The cover for ${name} ends.`,
  },
  end: {
    title: (name: string) => `End ${name}’s seat`,
    says: 'After its last day the seat opens nothing any more. What was done in it stays.',
    confirm: 'End the seat',
    done: (name: string, charts: number) =>
      charts === 0
        ? `${name}’s seat ends. No chart is left without somebody.`
        : `${name}’s seat ends. ${charts} ${charts === 1 ? 'chart waits' : 'charts wait'} for somebody: move them in Caseload.`,
  },
  link: {
    title: (name: string) => `A new link for ${name}`,
    says: 'For somebody who cannot get in. Links made before stop working.',
    factors: 'Their app and passkeys are lost too: take them away',
    factorsHint: 'Only after you have made sure who is asking.',
    confirm: 'Make the link',
  },
  sessions: {
    title: (name: string) => `Where ${name} is signed in`,
    says: 'An ended session opens nothing any more. Its page keeps what they were writing, and goes on once they have signed in again.',
    none: 'Nowhere just now.',
    failed: 'Their sessions could not be shown',
    kept: 'Nothing was changed.',
    unknown: 'Unknown device',
    since: (started: string, seen: string) => `since ${started}, last used ${seen}`,
    why: 'Why?',
    end: 'End it',
    endOne: (device: string) => `End it: the session on ${device}`,
    endAll: 'End all of them',
    done: (name: string, ended: number) =>
      ended === 1 ? `One session of ${name}’s has ended.` : `${ended} sessions of ${name}’s have ended.`,
  },
  shutOut: {
    title: (name: string) => `Shut ${name} out?`,
    says: 'Every session of theirs ends now and links stop working. You can let them in again.',
    confirm: 'Shut out',
    done: (name: string) => `${name} is shut out.`,
  },
  letIn: {
    title: (name: string) => `Let ${name} in again?`,
    says: 'They can sign in as before, in the seats they hold.',
    confirm: 'Let in',
    done: (name: string) => `${name} can sign in again.`,
  },
  missing: 'Fill this in.',
  noEmail: 'Write an address like name@example.org.',
} as const;

/** Where a link went. */
export const HANDED = {
  title: 'The link',
  mailed: (name: string) => `The link is on its way to ${name} by mail.`,
  'mail-failed': (name: string) =>
    `The mail server did not take the message, so ${name} has no link yet. Nobody is shown it. Try a new link later.`,
  shown: (name: string) =>
    `There is no mail server, so hand this link to ${name} yourself. It is shown this once, works once, for 72 hours.`,
  'not-needed': (name: string) => `${name} is known here already and has the seat. No link is needed.`,
  earlier: (name: string) => `This was done already. For another link, choose “Make a new link” beside ${name}.`,
  label: 'Link to hand over',
  copy: 'Copy',
  copied: 'Copied',
} as const;

/** Why a change was not made. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'before-it-began': 'That is before it began.',
  'ended-already': 'The seat ends before that already.',
  'after-its-end': 'It ends before that already; cover can be shortened, not prolonged.',
  oneself: 'Nobody does that for themselves. Ask another administrator.',
  overlaps: 'There is cover on some of those days already.',
  'not-your-team':
    'You arrange cover for yourself and for those you supervise. An agency lead or an administrator does it for others.',
  'cannot-cover': 'Somebody in this capacity does not open charts and cannot cover.',
  'answers-for-no-charts': 'This seat answers for no charts, so nothing is to be covered.',
  'on-call-already': 'They are on call already at some of those hours.',
  'already-in-use': 'That address belongs to an account nobody has proven to own yet.',
  'has-this-seat': 'They have a seat in this capacity here already.',
  'too-long': 'One shift is at most 14 days. Make it several.',
  'not-for-this-capacity': 'Somebody in this capacity is not put on call.',
  'not-in-this-agency': 'An agency of this kind has no such capacity.',
  'seats-elsewhere': 'They also have a seat in another agency, so this is not yours to change.',
  'no-email': 'No mail address is known for them.',
  'issuer-unreachable': 'No identity provider answers at that address.',
  'not-an-issuer': 'No identity provider answers at that address.',
  'issuer-inside':
    'That address leads into this installation’s own network. Whoever runs it can allow that host in its settings.',
  'https-needed': 'The address must begin with https.',
  'before-today': 'Choose today or a day to come.',
  'changed-meanwhile':
    'Somebody changed this while you were at it. What stands now is shown; save again if you still want yours.',
  'domain-taken': 'Another agency has that mail domain.',
  'id-used-for-another-write': 'This was sent before with other content. Close this and begin again.',
};

/** Shown beside the proof that a change to people asks for. */
export const PROOF = 'This change asks for a fresh proof. What you wrote is kept.';
