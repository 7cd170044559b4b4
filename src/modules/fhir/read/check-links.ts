import { type Issue, issue } from '../issue.ts';
import type { ReferralBundle } from './read-bundle.ts';

/** That the resources of a bundle are about one youth, and that conditional creation names what is created. */
export function checkLinks(bundle: ReferralBundle): readonly Issue[] {
  const { entries, patient, request, relative, coverage, conditions } = bundle;
  const aboutPatient = (at: number, element: string, reference: string | undefined): Issue[] => {
    const expression = `Bundle.entry[${at}].resource.${element}.reference`;
    if (reference === undefined) return [issue('required', expression, 'this is needed')];
    if (reference.toLowerCase() === patient.fullUrl) return [];
    return [issue('not-found', expression, 'this names no Patient of the bundle by its fullUrl')];
  };
  const urls = entries.map(({ fullUrl }) => fullUrl);
  return [
    ...entries
      .filter(({ fullUrl, at }) => urls.indexOf(fullUrl) !== at)
      .map(({ at }) => issue('duplicate', `Bundle.entry[${at}].fullUrl`, 'two entries have one fullUrl')),
    ...aboutPatient(request.at, 'subject', request.resource.subject.reference),
    ...(relative ? aboutPatient(relative.at, 'patient', relative.resource.patient.reference) : []),
    ...(coverage ? aboutPatient(coverage.at, 'beneficiary', coverage.resource.beneficiary.reference) : []),
    ...conditions.flatMap(({ at, resource }) => aboutPatient(at, 'subject', resource.subject.reference)),
    ...checkNames(bundle),
    ...checkConditional(bundle),
  ];
}

function checkNames({ patient }: ReferralBundle): Issue[] {
  const whole = patient.resource.name.some(({ family, given }) => family && given?.[0]);
  return whole
    ? []
    : [issue('required', `Bundle.entry[${patient.at}].resource.name[0]`, 'a family and a given name are needed')];
}

/** A referral is named by its ServiceRequest; whether two youths are one is for a person to say, not for a search. */
function checkConditional({ entries, request }: ReferralBundle): Issue[] {
  return entries.flatMap(({ at, ifNoneExist, resource }) => {
    if (ifNoneExist === null) return [];
    const expression = `Bundle.entry[${at}].request.ifNoneExist`;
    if (resource.resourceType !== 'ServiceRequest') {
      return [issue('not-supported', expression, 'only a ServiceRequest is created conditionally')];
    }
    const [named] = request.resource.identifier;
    const wanted = `identifier=${named?.system}|${named?.value}`;
    return decoded(ifNoneExist) === wanted
      ? []
      : [issue('value', expression, 'this is identifier=system|value of the first identifier of the ServiceRequest')];
  });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
