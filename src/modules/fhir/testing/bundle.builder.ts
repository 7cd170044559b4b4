/** FHIR ids of one bundle; they mean nothing outside it. */
export const PATIENT = 'urn:uuid:6f1c2a50-0001-4c1e-9a55-0d3f8a1b0001';
export const RELATIVE = 'urn:uuid:6f1c2a50-0002-4c1e-9a55-0d3f8a1b0002';
export const REQUEST = 'urn:uuid:6f1c2a50-0003-4c1e-9a55-0d3f8a1b0003';
export const COVERAGE = 'urn:uuid:6f1c2a50-0004-4c1e-9a55-0d3f8a1b0004';
export const CONDITION = 'urn:uuid:6f1c2a50-0005-4c1e-9a55-0d3f8a1b0005';
export const SENDER_NUMBERS = 'https://hospital.example/referrals';

export interface BuiltEntry {
  fullUrl: string;
  resource: Record<string, unknown> & { resourceType: string };
  request: { method: string; url: string; ifNoneExist?: string };
}
export interface BuiltBundle {
  resourceType: string;
  type: string;
  entry: BuiltEntry[];
}

const entry = (fullUrl: string, resource: BuiltEntry['resource'], ifNoneExist?: string): BuiltEntry => ({
  fullUrl,
  resource,
  request: { method: 'POST', url: resource.resourceType, ...(ifNoneExist ? { ifNoneExist } : {}) },
});
const subject = { reference: PATIENT };

/** A referral nobody need look at twice: Amara Okoye, 12, of Trenton, Mercer County, referred by a hospital. All invented. */
export function referralBundle(number = 'H-1001', family = 'Okoye'): BuiltBundle {
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      entry(PATIENT, {
        resourceType: 'Patient',
        extension: [
          {
            url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed',
            valueCoding: { system: 'http://snomed.info/sct', code: '373066001' },
          },
        ],
        identifier: [
          { system: 'https://hospital.example/mrn', value: `MRN-${number}` },
          {
            system: 'https://hospital.example/medicaid',
            value: 'NJ70012345',
            type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MA' }] },
          },
        ],
        name: [
          { use: 'official', family, given: ['Amara', 'Joy'] },
          { use: 'nickname', given: ['Mara'] },
        ],
        gender: 'female',
        birthDate: '2014-05-02',
        address: [
          {
            use: 'home',
            line: ['18 Willow Court'],
            city: 'Trenton',
            district: 'Mercer County',
            state: 'NJ',
            postalCode: '08608',
          },
        ],
        communication: [
          { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'en-US' }] } },
          { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'ht' }] }, preferred: true },
          { language: { text: 'Gullah' } },
        ],
      }),
      entry(RELATIVE, {
        resourceType: 'RelatedPerson',
        active: true,
        patient: subject,
        relationship: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'MTH' }] }],
        name: [{ family, given: ['Ngozi'] }],
        telecom: [
          { system: 'phone', value: '(609) 555-0163' },
          { system: 'email', value: 'ngozi@mail.example' },
        ],
      }),
      entry(
        REQUEST,
        {
          resourceType: 'ServiceRequest',
          extension: [
            { url: 'urn:kinfold:caller', valueCode: 'hospital' },
            {
              url: 'urn:kinfold:consent-to-refer',
              extension: [
                { url: 'given', valueBoolean: true },
                { url: 'by', valueString: `Ngozi ${family}` },
                { url: 'on', valueDate: '2026-10-12' },
              ],
            },
          ],
          identifier: [{ system: SENDER_NUMBERS, value: number }],
          status: 'active',
          intent: 'order',
          code: { coding: [{ system: 'http://snomed.info/sct', code: '385767005' }], text: 'Care management' },
          subject,
          authoredOn: '2026-10-12T10:05:00-04:00',
          reasonCode: [{ text: 'Discharged on Friday; the family asks for help at home.' }],
        },
        `identifier=${encodeURIComponent(`${SENDER_NUMBERS}|${number}`)}`,
      ),
      entry(COVERAGE, {
        resourceType: 'Coverage',
        status: 'active',
        beneficiary: subject,
        relationship: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/subscriber-relationship', code: 'self' }],
        },
        payor: [{ display: 'Horizon NJ Health' }],
      }),
      entry(CONDITION, {
        resourceType: 'Condition',
        category: [
          {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'problem-list-item' }],
          },
        ],
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'F43.10' }] },
        subject,
      }),
    ],
  };
}
