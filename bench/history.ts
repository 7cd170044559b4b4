/** How much of a history each youth has. */
export interface Profile {
  readonly name: 'three-years' | 'one-year';
  readonly days: number;
  readonly contacts: number;
  readonly meetings: number;
  readonly plans: number;
  /** Stays of one youth in five. */
  readonly stays: number;
}

const THREE_YEARS: Profile = { name: 'three-years', days: 1095, contacts: 60, meetings: 12, plans: 8, stays: 2 };
const ONE_YEAR: Profile = { name: 'one-year', days: 365, contacts: 20, meetings: 4, plans: 3, stays: 0 };

/** A million youths carry one lean year each; smaller sets three. */
export const profileFor = (youths: number): Profile => (youths >= 1_000_000 ? ONE_YEAR : THREE_YEARS);
