import { expect, it } from 'vitest';
import type { Mark } from '../overview/marks.ts';
import { detailOf } from './detail-of.ts';

const mark = (kind: string, data: Mark['data']): Mark => ({ seq: 1, kind, on: '2026-11-18', data }) as Mark;

it.each([
  [
    'contact.made',
    {
      contact: '5b3c6a8e-0000-4000-8000-000000000000',
      how: 'in-person',
      with: ['youth', 'caregiver'],
      place: 'home',
      topics: ['strengths-needs'],
      interpreter: 'used',
      face_minutes: 59,
    },
    'In person · Youth, Parent or caregiver · Home · Strengths and needs · with an interpreter · 59 min',
  ],
  ['contact.made', { how: 'telephone', interpreter: 'none-needed' }, 'Telephone'],
  ['fso.offered', { answer: 'no' }, 'They said no'],
  ['residence.recorded', { state: 'nj', county: 'cape-may' }, 'New Jersey · Cape May County'],
  ['coverage.recorded', { payer: 'medicaid', plan: 'horizon' }, 'Medicaid · Horizon NJ Health'],
  ['medicaid.application-filed', { presumptive: true }, 'For presumptive eligibility: yes'],
  ['incident.reported', { incident: '12' }, ''],
] as const)('%s is said in words', (kind, data, said) => {
  expect(detailOf(mark(kind, data))).toBe(said);
});
