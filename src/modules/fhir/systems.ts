/** Naming systems of our own, for what FHIR and US Core have no element for. */
export const OURS = {
  /** `Condition.code`: the domains of eligibility. */
  need: 'urn:kinfold:need',
  /** `Patient.identifier.system`: the youth's number in CYBER. */
  cyber: 'urn:kinfold:cyber',
  /** Extension of `ServiceRequest`, `valueCode`: who asked for help. */
  caller: 'urn:kinfold:caller',
  /** Extension of `ServiceRequest`: consent to refer, with `given` (boolean), `on` (date) and `by` (string) inside. */
  consent: 'urn:kinfold:consent-to-refer',
} as const;

export const THEIRS = {
  interpreterNeeded: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed',
  interpreterRequired: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  roleCode: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  payment: 'https://nahdo.org/sopt',
  paymentOid: 'urn:oid:2.16.840.1.113883.3.221.5',
} as const;

/** "Yes" of SNOMED CT and of HL7's yes-or-no table. */
export const YES_CODES: ReadonlySet<string> = new Set(['373066001', 'Y']);
/** A Medicaid number, in HL7's table of identifier types. */
export const MEDICAID_NUMBER = 'MA';
