const lacking = (without: number): string =>
  without === 0
    ? 'Everybody who has a password has one.'
    : `${without} ${without === 1 ? 'person has' : 'people have'} a password and none yet.`;

/** How the agency's people get in and how far they see. */
export const SETTINGS = {
  reach: {
    title: 'How far care managers and supervisors see',
    hint: 'Agency leads, quality and the privacy officer see every chart of the agency either way; on-call workers do while their shift runs.',
    agency: 'Every chart the agency holds',
    agencyHint: 'Each look at a chart that is not one’s own still stands in the audit trail.',
    assigned: 'Only charts that are theirs to work on',
    assignedCareManagers: 'Care managers: charts assigned to them, covered by them, or where somebody let them in.',
    assignedSupervisors:
      'Supervisors: the same, charts of those they supervise that day or whose supervisor they cover, and charts nobody answers for, so that they can accept and assign.',
    assignedHint: 'Anything else needs emergency access, which the privacy officer reviews.',
    save: 'Save how far they see',
    done: 'How far care managers and supervisors see is set. It counts from now on.',
  },
  idle: {
    title: 'When screens lock',
    hint: 'A screen nobody uses locks, with what was being written kept. Whoever works for several organizations has the shortest of theirs.',
    label: 'Without use for',
    minutes: (count: number) => `${count} minutes`,
    save: 'Save when screens lock',
    done: (minutes: number) => `Screens lock after ${minutes} minutes from now on.`,
  },
  sessions: {
    title: 'Everybody’s sessions',
    hint: 'For when a password, a device or a link may be in wrong hands. To end those of one person, open the menu beside their seat.',
    ended: (at: string, of: string | null, count: number, by: string, reason: string) =>
      `${at}: ${count} ${count === 1 ? 'session' : 'sessions'} of ${of ?? 'everybody'} ended by ${by}: ${reason}`,
    endAll: 'End all sessions',
    formTitle: 'End everybody’s sessions?',
    says: 'Everybody with a seat here is signed out now, on every device, and signs in again; what they were writing is kept. Imports and moves under way stop, and partners’ programs ask for a new token. Your own session here goes on. Passwords and links stay as they are.',
    why: 'Why?',
    done: (ended: number) => (ended === 1 ? 'One session has ended.' : `${ended} sessions have ended.`),
  },
  secondFactor: {
    title: 'A second factor for staff',
    hint: 'An authenticator app or a passkey beside the password. Families choose for themselves; single sign-on is the provider’s affair.',
    on: (without: number) => `Demanded. ${lacking(without)}`,
    off: (without: number) => `Not demanded: a password of 15 characters may stand alone. ${lacking(without)}`,
    decided: (demanded: boolean, from: string, by: string | null, reason: string) =>
      `${demanded ? 'Demanded' : 'Not demanded'} from ${from}, decided by ${by ?? 'somebody who has left'}: ${reason}`,
    start: 'Demand a second factor',
    stop: 'Demand it no longer',
    why: 'Why?',
    startForm: {
      title: 'Demand a second factor from staff',
      says: 'From that day on, whoever has none is taken at their next sign-in to set one up, and can do nothing else until it is done. Sessions that have begun go on to their end, twelve hours at most.',
      confirm: 'Demand it',
    },
    stopForm: {
      title: 'Demand a second factor no longer',
      says: 'From that day on, staff may sign in with a password of 15 characters alone and may remove their second factor.',
      confirm: 'Demand it no longer',
    },
    started: 'A second factor is demanded from that day on.',
    stopped: 'A second factor is not demanded any more from that day on.',
  },
  signOn: {
    title: 'Single sign-on',
    hint: 'People can sign in through the agency’s own identity provider, beside their own password or passkey.',
    none: 'No identity provider is set.',
    now: (issuer: string, domain: string) => `People with an address at ${domain} sign in through ${issuer}.`,
    change: 'Change the provider',
    set: 'Set a provider',
    remove: 'Remove the provider',
    removeTitle: 'Remove the identity provider?',
    removeSays: (issuer: string | null) =>
      `Nobody can sign in through ${issuer ?? 'it'} any more. Passwords and passkeys work as before.`,
    theirs: (issuer: string, clientId: string, domain: string) =>
      `Now it is ${issuer}, client id ${clientId}, for addresses at ${domain}. What you wrote is still below: save it again to put it in its place.`,
    formTitle: 'The agency’s identity provider',
    formSays: 'Kinfold speaks OpenID Connect. Give the provider this address to come back to:',
    fields: {
      issuer: 'Issuer address',
      issuerHint: 'https://login.example.org',
      clientId: 'Client id',
      clientSecret: 'Client secret',
      secretHint: 'Kept sealed and never shown again.',
      emailDomain: 'Mail domain of its people',
      domainHint: 'bergenspromise.example',
    },
    save: 'Save the provider',
    done: 'The identity provider is set.',
    removed: 'The identity provider is removed.',
  },
} as const;
