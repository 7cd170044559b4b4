import { RESOURCE_TYPES } from './resources.ts';

/** What this server takes and gives, for `GET /fhir/R4/metadata`. `publicUrl` has no slash at its end. */
export function capabilityStatement(publicUrl: string): Record<string, unknown> {
  const profile = (name: string) => `http://hl7.org/fhir/us/core/StructureDefinition/${name}`;
  const profiles: Readonly<Record<string, string>> = {
    Patient: profile('us-core-patient'),
    RelatedPerson: profile('us-core-relatedperson'),
    ServiceRequest: profile('us-core-servicerequest'),
    Coverage: profile('us-core-coverage'),
    Condition: profile('us-core-condition-problems-health-concerns'),
  };
  const oauth = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';
  const security = {
    cors: false,
    service: [
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'OAuth' }],
        text: 'OAuth 2.0 client credentials',
      },
    ],
    extension: [{ url: oauth, extension: [{ url: 'token', valueUri: `${publicUrl}/oauth/token` }] }],
  };
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    software: { name: 'Kinfold' },
    implementation: { description: 'Referrals to care management', url: `${publicUrl}/fhir/R4` },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        documentation: 'One transaction is one referral; see the reference for the elements read and the extensions.',
        security,
        interaction: [{ code: 'transaction' }],
        resource: RESOURCE_TYPES.map((type) => ({
          type,
          supportedProfile: [profiles[type]],
          interaction: [{ code: 'read' }, { code: 'vread' }],
          versioning: 'versioned',
          conditionalCreate: type === 'ServiceRequest',
          readHistory: false,
        })),
      },
    ],
  };
}
