import { z } from 'zod';
import { chartParams, command, id, isoDay } from '#modules/record/operation.ts';
import { CONSENT_AUTHORITIES, CONSENT_METHODS } from '../given-consents.ts';
import { keysOf, reason } from '../model.ts';
import { nothing } from './declare.ts';

const person = z.string().trim().min(1).max(200);

export const giveConsent = command({
  name: 'consent.give',
  path: '/api/charts/:chart/consents',
  says: 'Records that somebody with the say said yes to care management again after the yes was taken back.',
  permission: 'consent.change',
  audit: { event: 'consent.given' },
  params: chartParams,
  body: z.strictObject({
    id,
    on: isoDay,
    givenBy: person,
    authority: z.enum(keysOf(CONSENT_AUTHORITIES)),
    method: z.enum(keysOf(CONSENT_METHODS)),
    language: z.string().trim().min(2).max(60),
  }),
  answer: nothing,
});

export const takeConsentBack = command({
  name: 'consent.take-back',
  path: '/api/charts/:chart/consents/taken-back',
  says: 'Records that somebody with the say took the yes to care management back: who, by what authority, on which day. The yes stays on record; the chart goes to no other organization until somebody says yes again.',
  permission: 'consent.change',
  audit: { event: 'consent.taken-back' },
  params: chartParams,
  body: z.strictObject({
    id,
    on: isoDay,
    by: person,
    authority: z.enum(keysOf(CONSENT_AUTHORITIES)),
    reason: reason.nullable().default(null),
    /** They asked in writing that care management ends, which is a ground to end it. */
    inWriting: z.boolean().default(false),
  }),
  answer: nothing,
});
