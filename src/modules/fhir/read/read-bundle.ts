import type { z } from 'zod';
import { fail, ok, type Result } from '#shared/result.ts';
import { fhirPath, type Issue, issue } from '../issue.ts';
import {
  Bundle,
  type Condition,
  type Coverage,
  isResourceType,
  type Patient,
  RESOURCES,
  type RelatedPerson,
  type ResourceType,
  type ServiceRequest,
} from '../resources.ts';
import { checkLinks } from './check-links.ts';

type Parsed = z.output<(typeof RESOURCES)[ResourceType]>;

/** One entry, read: its place in the bundle, what it is called there, and the resource. */
export interface Entry<R extends Parsed = Parsed> {
  readonly at: number;
  readonly fullUrl: string;
  readonly ifNoneExist: string | null;
  readonly resource: R;
}

/** A bundle that is one referral. */
export interface ReferralBundle {
  readonly entries: readonly Entry[];
  readonly patient: Entry<Patient>;
  readonly request: Entry<ServiceRequest>;
  readonly relative: Entry<RelatedPerson> | null;
  readonly coverage: Entry<Coverage> | null;
  readonly conditions: readonly Entry<Condition>[];
}

/** Reads a transaction that is one referral; everything that is wrong is said at once. */
export function readBundle(sent: unknown): Result<ReferralBundle, readonly Issue[]> {
  const bundle = Bundle.safeParse(sent);
  if (!bundle.success) return fail(bundle.error.issues.map((one) => issueOf(one, [])));
  const read = bundle.data.entry.map((entry, at) => readEntry(entry, at));
  const issues = read.flatMap((one) => (one.ok ? [] : one.error));
  if (issues.length > 0) return fail(issues);
  return oneReferral(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

function readEntry(
  { fullUrl, resource, request }: Bundle['entry'][number],
  at: number,
): Result<Entry, readonly Issue[]> {
  const type = resource.resourceType;
  if (!isResourceType(type)) {
    return fail([issue('not-supported', `Bundle.entry[${at}].resource`, 'this kind of resource is not taken')]);
  }
  const parsed = RESOURCES[type].safeParse(resource);
  const wrongUrl = request.url !== type;
  const issues = [
    ...(parsed.success ? [] : parsed.error.issues.map((one) => issueOf(one, ['entry', at, 'resource']))),
    ...(wrongUrl ? [issue('value', `Bundle.entry[${at}].request.url`, 'the url is the type of the resource')] : []),
  ];
  if (!parsed.success || issues.length > 0) return fail(issues);
  return ok({ at, fullUrl: fullUrl.toLowerCase(), ifNoneExist: request.ifNoneExist ?? null, resource: parsed.data });
}

function issueOf(one: z.core.$ZodIssue, before: readonly PropertyKey[]): Issue {
  const expression = fhirPath([...before, ...one.path]);
  // An issue does not carry what was sent, on purpose; that nothing was is in its message.
  const missing = one.code === 'invalid_type' && one.message.endsWith('received undefined');
  if (missing) return issue('required', expression, 'this is needed');
  if (one.code === 'too_big') return issue('too-long', expression, 'this is longer than is taken');
  if (one.code === 'invalid_type' && !ownWords(one))
    return issue('structure', expression, 'this is not the type FHIR says');
  return issue('value', expression, saysOf(one));
}

/** Messages of our own say what is wanted; zod's own might repeat what was sent. */
function saysOf(one: z.core.$ZodIssue): string {
  if (ownWords(one)) return one.message;
  return one.code === 'invalid_value' ? 'this is not one of the codes taken' : 'this cannot be read';
}

const ownWords = ({ message }: z.core.$ZodIssue): boolean => !/^(Invalid|Too|Unrecognized)/.test(message);

const MOST = { Patient: 1, ServiceRequest: 1, RelatedPerson: 1, Coverage: 1, Condition: 20 } as const satisfies Record<
  ResourceType,
  number
>;
const NEEDED: readonly ResourceType[] = ['Patient', 'ServiceRequest'];

function oneReferral(entries: readonly Entry[]): Result<ReferralBundle, readonly Issue[]> {
  const of = (type: ResourceType) => entries.filter(({ resource }) => resource.resourceType === type);
  const [patient] = of('Patient') as Entry<Patient>[];
  const [request] = of('ServiceRequest') as Entry<ServiceRequest>[];
  const [relative] = of('RelatedPerson') as Entry<RelatedPerson>[];
  const [coverage] = of('Coverage') as Entry<Coverage>[];
  const issues = [
    ...NEEDED.filter((type) => of(type).length === 0).map((type) =>
      issue('required', 'Bundle.entry', `a ${type} is needed`),
    ),
    ...(Object.keys(MOST) as ResourceType[]).flatMap((type) =>
      of(type)
        .slice(MOST[type])
        .map(({ at }) =>
          issue('not-supported', `Bundle.entry[${at}]`, `at most ${MOST[type]} ${type} in one referral`),
        ),
    ),
  ];
  if (!patient || !request) return fail(issues);
  const conditions = of('Condition') as Entry<Condition>[];
  const bundle = { entries, patient, request, relative: relative ?? null, coverage: coverage ?? null, conditions };
  const all = [...issues, ...checkLinks(bundle)];
  return all.length > 0 ? fail(all) : ok(bundle);
}
