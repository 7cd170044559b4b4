/** Where the staff application begins; the public pages have the addresses above it. Every page's path starts with it. */
export const HOME = '/app';

/** Where one signs in. */
export const SIGN_IN = '/app/sign-in';
