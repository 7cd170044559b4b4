import {
  codesOf,
  DOMAINS,
  type DomainCode,
  type HealthPlanCode,
  LANGUAGES,
  RELATIONSHIPS,
  type RelationshipCode,
} from '#modules/referral/codes.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import type { Communication, Concept, Coverage, FhirExtension, Patient } from '../resources.ts';
import { OURS, THEIRS } from '../systems.ts';

/** The code of a concept in one system. */
export function codeIn(concept: Concept | undefined, system: string): string | undefined {
  return concept?.coding?.find((coding) => coding.system === system)?.code;
}

const wordsOf = (concept: Concept | undefined): string | null =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display ?? null;

/** HL7's role codes (v3-RoleCode) that a referral tells apart. */
const RELATIONSHIP_OF: Readonly<Record<string, RelationshipCode>> = {
  MTH: 'mother',
  NMTH: 'mother',
  ADOPTM: 'mother',
  FTH: 'father',
  NFTH: 'father',
  ADOPTF: 'father',
  PRN: 'parent',
  NPRN: 'parent',
  ADOPTP: 'parent',
  STPPRN: 'stepparent',
  STPMTH: 'stepparent',
  STPFTH: 'stepparent',
  GUARD: 'legal-guardian',
  PRNFOST: 'foster-parent',
  MTHFOST: 'foster-parent',
  FTHFOST: 'foster-parent',
  GRPRN: 'grandparent',
  GRMTH: 'grandparent',
  GRFTH: 'grandparent',
  AUNT: 'aunt-or-uncle',
  UNCLE: 'aunt-or-uncle',
  SIB: 'sibling',
  BRO: 'sibling',
  SIS: 'sibling',
  FAMMEMB: 'other-relative',
  EXT: 'other-relative',
  ONESELF: 'self',
};

export function relationshipOf(concepts: readonly Concept[] | undefined): ReferralDraft['guardian']['relationship'] {
  for (const concept of concepts ?? []) {
    const code = RELATIONSHIP_OF[codeIn(concept, THEIRS.roleCode) ?? ''];
    if (code) return { code, asReported: null };
  }
  const asReported = wordsOf(concepts?.[0]);
  const said = codesOf(RELATIONSHIPS).find((code) => RELATIONSHIPS[code].toLowerCase() === asReported?.toLowerCase());
  if (said) return { code: said, asReported: null };
  return { code: asReported === null ? 'unknown' : 'other', asReported };
}

export function genderOf(gender: Patient['gender']): ReferralDraft['youth']['gender'] {
  return { code: gender ?? 'unknown', asReported: null };
}

type Language = ReferralDraft['youth']['language'];

/** The preferred language, else the first, and the others in their order. */
export function languagesOf(
  communication: readonly Communication[] = [],
): Pick<ReferralDraft['youth'], 'language' | 'otherLanguages'> {
  const first = communication.find(({ preferred }) => preferred) ?? communication[0];
  const others = communication.filter((one) => one !== first).map(({ language }) => languageOf(language));
  return { language: languageOf(first?.language), ...(others.length > 0 ? { otherLanguages: others } : {}) };
}

/** `es-US` is Spanish; `zh-Hant` is Chinese as it is written in Taiwan, `zh-TW` only Chinese. */
function languageOf(language: Concept | undefined): Language {
  const code = language?.coding?.find((coding) => coding.code)?.code;
  const codes = codesOf(LANGUAGES);
  const known = codes.find((one) => one === code) ?? codes.find((one) => one === code?.split('-')[0]);
  if (known) return { code: known, asReported: null };
  const asReported = wordsOf(language) ?? code ?? null;
  return { code: asReported === null ? 'und' : 'other', asReported };
}

/** Whether an interpreter is needed; null when nobody said. */
export function interpreterOf(
  extensions: readonly FhirExtension[] | undefined,
  yes: ReadonlySet<string>,
): boolean | null {
  const required = extensions?.find(({ url }) => url === THEIRS.interpreterRequired)?.valueBoolean;
  if (required !== undefined) return required;
  const code = extensions?.find(({ url }) => url === THEIRS.interpreterNeeded)?.valueCoding?.code;
  return code === undefined ? null : yes.has(code);
}

/** ICD-10-CM chapters by their first letters, longest first: what kind of need a diagnosis speaks of. */
const NEED_OF_ICD10: readonly (readonly [RegExp, DomainCode])[] = [
  [/^F1\d/, 'substance-use'],
  [/^F7\d|^F84/, 'developmental-disability'],
  [/^F/, 'mental-health'],
  [/^R45/, 'mental-health'],
  [/^Z55/, 'trouble-in-school'],
  [/^Z65\.?[0-3]/, 'court-involvement'],
];

/** The needs the conditions speak of, each once, and words for those that are no need of ours. */
export function needsOf(codes: readonly Concept[]): { needs: readonly DomainCode[]; others: readonly string[] } {
  const needs = new Set<DomainCode>();
  const others: string[] = [];
  for (const concept of codes) {
    const own = codesOf(DOMAINS).find((code) => code === codeIn(concept, OURS.need));
    const icd = codeIn(concept, THEIRS.icd10);
    const need = own ?? NEED_OF_ICD10.find(([pattern]) => icd !== undefined && pattern.test(icd))?.[1];
    const words = wordsOf(concept) ?? concept.coding?.[0]?.code;
    if (need) needs.add(need);
    else if (words) others.push(words);
  }
  return { needs: [...needs], others };
}

const PLAN_WORDS: readonly (readonly [RegExp, HealthPlanCode])[] = [
  [/aetna/i, 'aetna'],
  [/fidelis/i, 'fidelis'],
  [/horizon nj/i, 'horizon'],
  [/united/i, 'united'],
  [/wellpoint|amerigroup/i, 'wellpoint'],
];

/** Which plan, by the name of the plan or of who pays; private payment by the Source of Payment Typology. */
export function planOf(coverage: Coverage): NonNullable<ReferralDraft['healthPlan']> {
  const names = [...(coverage.class ?? []).flatMap(({ name, value }) => [name, value]), coverage.payor[0]?.display];
  const said = names.filter((name) => name !== undefined);
  for (const name of said) {
    const plan = PLAN_WORDS.find(([pattern]) => pattern.test(name))?.[1];
    if (plan) return { code: plan, asReported: null };
  }
  const payment = codeIn(coverage.type, THEIRS.payment) ?? codeIn(coverage.type, THEIRS.paymentOid);
  if (payment && /^[56]/.test(payment)) return { code: 'private', asReported: null };
  if (payment && /^8/.test(payment)) return { code: 'none', asReported: null };
  return { code: 'other', asReported: said[0] ?? null };
}
