import type { Words } from '../model.ts';

/** What each kind of fact is called inside a sentence: "30 days after **enrolment** on 13 September". */
const KINDS: Readonly<Record<string, Words>> = {
  'referral.received': { en: 'the referral', es: 'la remisión' },
  'referral.assigned': { en: 'assignment to the agency', es: 'la asignación a la organización' },
  'referral.accepted': { en: 'acceptance of the referral', es: 'la aceptación de la remisión' },
  'referral.returned': { en: 'the return of the referral', es: 'la devolución de la remisión' },
  'consent.given': { en: 'consent', es: 'el consentimiento' },
  'consent.revoked': { en: 'the withdrawal of consent', es: 'el retiro del consentimiento' },
  'enrolment.started': { en: 'enrolment', es: 'la inscripción' },
  'enrolment.ended': { en: 'the end of care management', es: 'el fin de la administración de cuidado' },
  'transition.planned': { en: 'the planned transition', es: 'la transición prevista' },
  'youth.born': { en: 'birth', es: 'el nacimiento' },
  'plan.submitted': { en: 'a plan sent', es: 'un plan enviado' },
  'contact.made': { en: 'contact', es: 'el contacto' },
  'contact.attempted': { en: 'an attempt to reach somebody', es: 'un intento de contacto' },
  'stay.started': { en: 'the start of the stay', es: 'el inicio de la estancia' },
  'stay.ended': { en: 'the end of the stay', es: 'el fin de la estancia' },
  'missing.started': { en: 'the day the youth went missing', es: 'el día en que el joven desapareció' },
  'missing.ended': { en: 'the day the youth was back', es: 'el día en que el joven volvió' },
  'outreach.started': { en: 'the start of outreach', es: 'el inicio de la búsqueda de contacto' },
  'outreach.ended': { en: 'the end of outreach', es: 'el fin de la búsqueda de contacto' },
  'incident.occurred': { en: 'the incident', es: 'el incidente' },
  'mou.signed': { en: 'the signing of the agreement', es: 'la firma del acuerdo' },
  'school.iep-held': { en: 'the school meeting', es: 'la reunión escolar' },
  'team-meeting.held': { en: 'the team meeting', es: 'la reunión del equipo' },
  'presumptive.certified': {
    en: 'the finding of presumptive eligibility',
    es: 'la determinación de elegibilidad presunta',
  },
  'out-of-home.assigned': { en: 'the assignment of the request', es: 'la asignación de la solicitud' },
  'school.referred': { en: 'the referral to the school', es: 'la remisión a la escuela' },
  'school.consent-given': { en: 'consent to the evaluation', es: 'el consentimiento a la evaluación' },
  'family.moved-away': { en: 'the family’s move', es: 'la mudanza de la familia' },
  'discharge.requested': { en: 'the written request', es: 'la solicitud por escrito' },
};

/** The words for a kind; the code itself, spelled out, for one nobody has named yet. */
export function wordsOfKind(kind: string, language: 'en' | 'es'): string {
  return KINDS[kind]?.[language] ?? kind.replaceAll(/[.-]/g, ' ');
}
