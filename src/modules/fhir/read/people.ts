import { fold } from '#modules/directory/fold.ts';
import { COUNTY_NAMES } from '#modules/directory/places.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import { readTelephone } from '#modules/youth/telephone.ts';
import type { Address, Patient, RelatedPerson, Telecom } from '../resources.ts';
import { languagesOf, relationshipOf } from './code-lists.ts';

type Name = Patient['name'][number];

/** The legal name is the official one, else the first whole one; a nickname or usual name is the preferred one. */
export function namesOf({ name }: Patient): Pick<ReferralDraft['youth'], 'firstName' | 'lastName' | 'preferredName'> {
  const legal = legalName(name);
  const firstName = (legal?.given ?? []).join(' ');
  const preferred = name.find(({ use }) => use === 'nickname' || use === 'usual')?.given?.[0] ?? null;
  return { firstName, lastName: legal?.family ?? '', preferredName: preferred === firstName ? null : preferred };
}

function legalName(names: readonly Name[]): Name | undefined {
  const whole = names.filter(({ family, given, use }) => family && given?.[0] && use !== 'old');
  return whole.find(({ use }) => use === 'official') ?? whole[0];
}

/** Where the youth lives: the home address, else the first that is not an old one. A ZIP in one county names it. */
export function homeOf(
  addresses: readonly Address[] | undefined,
  countiesOfZip: (zip: string) => readonly string[],
): ReferralDraft['address'] {
  const present = (addresses ?? []).filter(({ use }) => use !== 'old');
  const home = present.find(({ use }) => use === 'home') ?? present[0];
  const zip = /^\d{5}/.exec(home?.postalCode ?? '')?.[0] ?? null;
  const counties = zip === null ? [] : countiesOfZip(zip);
  const only = counties.length === 1 ? (counties[0] ?? null) : null;
  return {
    line: home?.line?.join(', ') ?? null,
    city: home?.city ?? null,
    state: home?.state?.toUpperCase() ?? null,
    zip,
    county: countyNamed(home?.district) ?? only,
  };
}

/** A county by the name it has here; words that name none of New Jersey's stay as they are. */
function countyNamed(district: string | undefined): string | null {
  const written = district?.replace(/\s+county$/i, '');
  return written === undefined ? null : (COUNTY_NAMES.get(fold(written))?.name ?? written);
}

export function guardianOf(person: RelatedPerson | null): ReferralDraft['guardian'] {
  const name = person?.name.find(({ use }) => use !== 'old') ?? person?.name[0];
  const phone = telecom(person?.telecom, 'phone') ?? telecom(person?.telecom, 'sms');
  const read = phone ? readTelephone(phone) : null;
  return {
    firstName: name?.given?.join(' ') ?? null,
    lastName: name?.family ?? null,
    relationship: relationshipOf(person?.relationship),
    telephone: read?.ok ? read.e164 : null,
    telephoneExtension: read?.ok ? read.extension : null,
    telephoneAsReported: phone && !read?.ok ? phone : null,
    email: telecom(person?.telecom, 'email'),
    ...(person?.communication?.length ? languagesOf(person.communication) : {}),
  };
}

function telecom(points: readonly Telecom[] | undefined, system: Telecom['system']): string | null {
  return points?.find((point) => point.system === system && point.use !== 'old')?.value ?? null;
}
