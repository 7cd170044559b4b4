import { ageOn, type CalendarDay } from '#shared/calendar-day.ts';
import type { Authority, OrderKind } from './model.ts';

/** What somebody is asked to agree to. Outpatient is counseling without medication. */
export const MATTERS = {
  'care-management': 'Care management',
  outpatient: 'Outpatient counseling',
  medication: 'Medication',
  'substance-use': 'Substance use treatment and its records',
  records: 'Release of other records',
} as const;
export type Matter = keyof typeof MATTERS;

/** Rights pass to the young adult on the 18th birthday. */
export const RIGHTS_PASS_AT = 18;
/** From this age a minor may agree alone to temporary outpatient care, medication excepted (N.J.S.A. 9:17A-4). */
export const OUTPATIENT_ALONE_FROM = 16;

export interface Standing {
  readonly id: string;
  readonly authority: Authority;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
}

export interface OrderStanding {
  readonly relative: string;
  readonly kind: OrderKind;
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
}

export interface Household {
  readonly born: CalendarDay | null;
  readonly people: readonly Standing[];
  readonly orders: readonly OrderStanding[];
}

export type WhyAsk = 'not-confirmed' | 'foster' | 'no-contact-order' | 'custody-elsewhere' | 'adult-guardianship';

/** `may`: whose consent counts, `youth` or a relative's id. `ask`: whose say somebody must settle first, and why. */
export interface MayConsent {
  readonly may: readonly string[];
  readonly ask: readonly { readonly person: string; readonly why: WhyAsk }[];
  readonly why:
    | 'rights-passed'
    | 'guardian-of-adult'
    | 'substance-use-alone'
    | 'outpatient-alone'
    | 'holder-of-authority'
    | 'nobody-confirmed'
    | 'birth-day-unknown';
}

const YOUTH = 'youth';

/**
 * Whose consent counts for a youth on a day. Ordered questions; the record shows only what somebody has seen, so what is
 * not confirmed is a question to a person, never a guess. Sources: N.J.S.A. 9:17A-4 (minors' own consent), 42 CFR 2.14.
 */
export function mayConsent(matter: Matter, on: CalendarDay, household: Household): MayConsent {
  const { born } = household;
  if (born === null) return { may: [], ask: [], why: 'birth-day-unknown' };
  const age = ageOn(born, on);
  if (age >= RIGHTS_PASS_AT) return adult(on, household);
  if (matter === 'substance-use') return { may: [YOUTH], ask: [], why: 'substance-use-alone' };
  const adults = holders(on, household);
  if (matter === 'outpatient' && age >= OUTPATIENT_ALONE_FROM) {
    return { may: [YOUTH, ...adults.may], ask: adults.ask, why: 'outpatient-alone' };
  }
  return { ...adults, why: adults.may.length > 0 ? 'holder-of-authority' : 'nobody-confirmed' };
}

/**
 * An order about a minor ends its effect at 18; only a guardianship of the adult goes on. A guardian who may not come near them, or
 * has no part in their life any more, is no answer: whether somebody else was named is a question to a person.
 */
function adult(on: CalendarDay, { orders, people }: Household): MayConsent {
  const now = orders.filter((order) => inForce(order, on));
  const guardians = now.filter(({ kind }) => kind === 'adult-guardianship').map(({ relative }) => relative);
  if (guardians.length === 0) return { may: [YOUTH], ask: [], why: 'rights-passed' };
  const keptAway = (guardian: string) =>
    now.some(({ kind, relative }) => kind === 'no-contact' && relative === guardian);
  const there = guardians.filter((guardian) => people.some(({ id }) => id === guardian));
  return {
    may: there.filter((guardian) => !keptAway(guardian)),
    ask: [
      { person: YOUTH, why: 'adult-guardianship' },
      ...there.filter(keptAway).map((person) => ({ person, why: 'no-contact-order' as const })),
    ],
    why: 'guardian-of-adult',
  };
}

/** Orders that give one person the say over a minor: whose parents' own is then a question to a person, not a fact. */
const GIVES_SAY: ReadonlySet<OrderKind> = new Set(['sole-custody', 'guardianship', 'child-protection-custody']);

function holders(on: CalendarDay, { people, orders }: Household): Pick<MayConsent, 'may' | 'ask'> {
  const may: string[] = [];
  const ask: { person: string; why: WhyAsk }[] = [];
  const now = orders.filter((order) => inForce(order, on));
  const custody = now.filter(({ kind }) => GIVES_SAY.has(kind));
  for (const person of people) {
    const own = now.filter(({ relative }) => relative === person.id).map(({ kind }) => kind);
    if (own.includes('rights-ended')) continue;
    const why = doubt(person, own, custody, on);
    if (why === null) may.push(person.id);
    else if (why !== 'none') ask.push({ person: person.id, why });
  }
  return { may, ask };
}

/** Null: no doubt. `none`: no say at all. Otherwise why a person must look. */
function doubt(
  person: Standing,
  own: readonly OrderKind[],
  custody: readonly OrderStanding[],
  on: CalendarDay,
): WhyAsk | 'none' | null {
  if (own.includes('no-contact')) return 'no-contact-order';
  if (own.some((kind) => GIVES_SAY.has(kind))) return null;
  const stands = inForce(person, on);
  if (!stands) return 'none';
  if (person.authority === 'none-confirmed') return 'not-confirmed';
  if (person.authority === 'foster') return 'foster';
  // Whoever holds it was answered above.
  return custody.length > 0 ? 'custody-elsewhere' : null;
}

function inForce(
  stretch: { readonly from: CalendarDay | null; readonly to: CalendarDay | null },
  on: CalendarDay,
): boolean {
  return (stretch.from === null || stretch.from <= on) && (stretch.to === null || on <= stretch.to);
}
