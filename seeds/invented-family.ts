import { ZIP_CODES } from '#modules/directory/places.ts';
import type { CallerCode, DomainCode, GenderCode, HealthPlanCode, RelationshipCode } from '#modules/referral/codes.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import type { LanguageCode } from '#modules/youth/languages.ts';
import { addDays, type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { NAME_STOCKS, type NameStock, SCHOOLS, STREET_KINDS, STREETS } from './invented-names.ts';
import type { Random } from './random.ts';
import { SITUATIONS } from './written-words.ts';

/** A county as families live in it: its code in the directory, its name, and an area code. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly areaCode: string;
}

/** What is settled about a youth before the rest is invented. */
export interface Wish {
  readonly place: Place;
  readonly receivedOn: CalendarDay;
  /** Completed years on the day of the referral. */
  readonly age?: number;
  readonly language?: LanguageCode;
  readonly last?: string;
  readonly first?: string;
  /** Goes with `first`; drawn where the name is drawn too. */
  readonly gender?: GenderCode;
  readonly externalId: string;
  readonly cyberId?: string | null;
}

const CALLERS: readonly CallerCode[] = [
  'parent',
  'parent',
  'parent',
  'mobile-response',
  'school',
  'hospital',
  'provider',
  'child-protection',
  'court',
];
const CARERS: readonly RelationshipCode[] = [
  'mother',
  'mother',
  'mother',
  'mother',
  'father',
  'father',
  'legal-guardian',
  'grandparent',
  'foster-parent',
];
const PLANS: readonly HealthPlanCode[] = [
  'horizon',
  'horizon',
  'horizon',
  'united',
  'aetna',
  'wellpoint',
  'fidelis',
  'private',
  'none',
  'choice-pending',
];
const DOMAIN_SETS: readonly (readonly DomainCode[])[] = [
  ['mental-health'],
  ['mental-health'],
  ['mental-health', 'trouble-in-school'],
  ['mental-health', 'trouble-in-school'],
  ['mental-health', 'developmental-disability'],
  ['mental-health', 'court-involvement'],
  ['mental-health', 'substance-use'],
];

/** Short names anybody may go by. */
const CALLED = ['Ace', 'Jay', 'Kit', 'Max', 'Rae', 'Sam'] as const;
/** What is made of a longer name at home. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  Adriana: 'Adri',
  Brielle: 'Bri',
  Camila: 'Cami',
  Daniela: 'Dani',
  Daphne: 'Daph',
  Darius: 'Dari',
  Emilio: 'Milo',
  Gabriela: 'Gabi',
  Isabel: 'Isa',
  Isaiah: 'Zay',
  Joaquin: 'Quino',
  Leonel: 'Leo',
  Marisol: 'Mari',
  Matias: 'Mati',
  Nicolas: 'Nico',
  Noelia: 'Noe',
  Preston: 'Pres',
  Rafael: 'Rafa',
  Rafaela: 'Rafa',
  Samuel: 'Sammy',
  Valeria: 'Vale',
  Xavier: 'Xavi',
  Ximena: 'Xime',
};

const zipsByCounty = new Map<string, { zip: string; city: string }[]>();
for (const [zip, { postOffice, counties }] of ZIP_CODES) {
  const [only, more] = counties;
  if (!only || more) continue;
  const known = zipsByCounty.get(only) ?? [];
  known.push({ zip, city: postOffice });
  zipsByCounty.set(only, known);
}

/** Invents a youth, a caregiver and an address: a referral as it would be registered by telephone. */
export function inventedReferral(random: Random, wish: Wish): ReferralDraft {
  const { place, receivedOn } = wish;
  const stock = wish.language ? stockOf(wish.language) : drawStock(random);
  const gender: GenderCode =
    wish.gender ?? (random.chance(0.04) ? 'nonbinary' : random.pick(['female', 'male'] as const));
  const first = wish.first ?? random.pick(gender === 'male' ? stock.boys : stock.girls);
  const last = wish.last ?? random.pick(stock.last);
  const age = wish.age ?? random.int(6, 17);
  const carer = random.pick(CARERS);
  const domains = random.pick(DOMAIN_SETS);
  const adult = age >= 18;
  const born = addDays(receivedOn, -Math.floor(age * 365.25) - random.int(20, 340));
  const by = carerName(random, stock, carer, last);
  const { zip, city } = random.pick(zipsByCounty.get(place.code) ?? [{ zip: '07201', city: 'Elizabeth' }]);
  return {
    source: 'telephone',
    externalId: wish.externalId,
    receivedOn: isoDay(receivedOn),
    receivedAt: null,
    caller: { code: adult ? 'youth' : random.pick(CALLERS), asReported: null },
    youth: {
      firstName: first,
      lastName: last,
      preferredName: calledAtHome(random, gender, first),
      birthDay: isoDay(born),
      gender: { code: gender, asReported: null },
      language: { code: stock.language, asReported: null },
      interpreterNeeded: random.chance(stock.interpreter),
    },
    address: {
      line: `${random.int(2, 498)} ${random.pick(STREETS)} ${random.pick(STREET_KINDS)}`,
      city,
      state: 'NJ',
      zip,
      county: place.name,
    },
    guardian: {
      ...by,
      relationship: { code: carer, asReported: null },
      // 555-01xx is kept for stories; nobody has it.
      telephone: `+1${place.areaCode}55501${String(random.int(0, 99)).padStart(2, '0')}`,
      telephoneExtension: null,
      telephoneAsReported: null,
      email: null,
    },
    domains: [...domains],
    otherDomains: [],
    situation: random.pick(SITUATIONS),
    consent: {
      given: 'yes',
      byName: adult ? `${first} ${last}` : `${by.firstName} ${by.lastName}`,
      by: adult ? 'youth' : 'caregiver',
      authority: authorityOf(adult, carer),
      on: isoDay(receivedOn),
    },
    intensity: random.pick(['moderate', 'moderate', 'high'] as const),
    healthPlan: { code: random.pick(PLANS), asReported: null },
    medicaidId: null,
    school: age > 17 ? null : `${random.pick(SCHOOLS)} ${schoolKind(age)}`,
    cyberId: wish.cyberId ?? null,
  };
}

/** A name of their own choice for who is neither girl nor boy; for a few others the short form of theirs. */
function calledAtHome(random: Random, gender: GenderCode, first: string): string | null {
  if (gender === 'nonbinary') return random.pick(CALLED);
  return random.chance(0.3) ? (SHORT_FORMS[first] ?? null) : null;
}

function schoolKind(age: number): string {
  if (age < 11) return 'Elementary School';
  return age < 14 ? 'Middle School' : 'High School';
}

function authorityOf(adult: boolean, carer: RelationshipCode): ReferralDraft['consent']['authority'] {
  if (adult) return 'self';
  if (carer === 'mother' || carer === 'father') return 'parent';
  return carer === 'legal-guardian' ? 'legal-guardian' : 'to-confirm';
}

function carerName(random: Random, stock: NameStock, carer: RelationshipCode, last: string) {
  const man = carer === 'father' || (carer !== 'mother' && random.chance(0.3));
  const sameName =
    carer === 'mother' || carer === 'father' || carer === 'grandparent' ? random.chance(0.8) : random.chance(0.3);
  return { firstName: random.pick(man ? stock.men : stock.women), lastName: sameName ? last : random.pick(stock.last) };
}

export function stockOf(language: LanguageCode): NameStock {
  const found = NAME_STOCKS.find((stock) => stock.language === language);
  if (!found) throw new Error(`no names for ${language}`);
  return found;
}

function drawStock(random: Random): NameStock {
  let left = random.next() * 100;
  const found = NAME_STOCKS.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return found ?? stockOf('en');
}
