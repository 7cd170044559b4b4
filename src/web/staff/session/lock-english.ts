/** The locked screen, in English. */
export const english = {
  ended: 'Your session has ended',
  locked: 'The screen is locked',
  kept: (person: string) => `${person}, what you wrote is kept. You come back to the same place.`,
  or: 'or',
  signOut: 'I am someone else: sign out',
  leaving:
    'You are not signed out yet: the server cannot be reached. Leave this window open and it is done as soon as it can be. If you close it, the session locks by itself.',
  through: (provider: string) => `Sign in through ${provider}, in a new window`,
  signIn: 'Sign in, in a new window',
  signedIn: 'I have signed in',
  notYet: 'Not yet. Finish signing in there, then press this again.',
  byPasskey: 'Unlock with your passkey',
  password: 'Password',
  show: 'Show the password',
  unlock: 'Unlock',
  wrongPassword: 'That password does not open it. Check capital letters and try again.',
  wrongPasskey: 'The passkey did not open it. Try again, or use another way.',
  offline: 'There is no connection. Try again in a moment.',
};
