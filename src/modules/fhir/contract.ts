import { z } from 'zod';
import { command, id, read } from '#modules/record/operation.ts';

const resource = z.looseObject({ resourceType: z.string() });

export const submitBundle = command({
  name: 'fhir.transaction',
  path: '/fhir/R4',
  says: 'Registers one referral sent as a FHIR R4 transaction Bundle. The same bundle again changes nothing.',
  permission: 'referral.register',
  audit: { event: 'fhir.referral-registered' },
  body: resource,
  answer: resource,
  bodyLimit: 1_000_000,
});

export const readResource = read({
  name: 'fhir.read',
  path: '/fhir/R4/:type/:resource',
  says: 'A resource this program sent, as it was taken.',
  permission: 'referral.read',
  audit: { event: 'fhir.resource-read' },
  params: z.object({ type: z.string(), resource: id }),
  answer: resource,
});

export const readVersion = read({
  name: 'fhir.vread',
  path: '/fhir/R4/:type/:resource/_history/:version',
  says: 'The same by the location a transaction answers: what was taken has one version.',
  permission: 'referral.read',
  audit: { event: 'fhir.resource-read' },
  params: z.object({ type: z.string(), resource: id, version: z.string() }),
  answer: resource,
});
