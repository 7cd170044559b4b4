import { z } from 'zod';
import { codes } from '#modules/facts/codes.ts';
import { factKind } from '#modules/facts/kind.ts';

/** Where a youth stays. The names of treatment are each state's own; detention, jail and a shelter are everywhere the same. */
const SETTINGS = codes(
  [
    'treatment-home',
    'group-home',
    'psychiatric-community-home',
    'specialty',
    'residential-treatment',
    'intensive-residential',
    'substance-use-residential',
    'inpatient',
    'partial',
    'rtf',
    'crr-hh',
    'crr-hh-itp',
    'detention',
    'jail',
    'shelter',
    'therapeutic-leave',
    'other',
  ],
  {
    'treatment-home': 'nj-cmo',
    'psychiatric-community-home': 'nj-cmo',
    specialty: 'nj-cmo',
    'residential-treatment': 'nj-cmo',
    'intensive-residential': 'nj-cmo',
    partial: 'pa-tcm',
    rtf: 'pa-tcm',
    'crr-hh': 'pa-tcm',
    'crr-hh-itp': 'pa-tcm',
  },
);

/** Treatment and stays away from home: asked for, decided, begun, ended. */
export const outOfHomeFacts = [
  factKind('stay.started', 'A stay away from home began.', { stay: z.string(), setting: SETTINGS }),
  factKind('stay.ended', 'A stay away from home ended.', { stay: z.string(), setting: SETTINGS.optional() }),
  factKind('stay.end-planned', 'The end of a stay was planned; `on` is that day.', { stay: z.string() }),
  factKind('joint-care-review.received', 'The out-of-home provider sent its joint care review.', {
    stay: z.string(),
    kind: z.enum(['initial', 'continuing', 'transitional']).optional(),
  }),
  factKind('out-of-home.referred', 'The team asked for treatment away from home.', { request: z.string() }),
  factKind('out-of-home.assigned', 'The request was assigned to the state for review.', { request: z.string() }),
  factKind('out-of-home.reviewed', 'The state reviewed the request and recommended.', { request: z.string() }),
  factKind('out-of-home.recommended', 'A prescriber recommended treatment away from home.', {
    request: z.string(),
    level: SETTINGS.optional(),
  }),
  factKind('out-of-home.approved', 'The payer approved treatment away from home.', { request: z.string() }),
  factKind('providers.found-fitting', 'The in-network providers that fit the youth were listed.', {
    request: z.string(),
    providers: z.array(z.string()),
  }),
  factKind('provider.referred', 'The youth was referred to a provider.', { request: z.string(), provider: z.string() }),
  factKind('provider.excluded', 'A listed provider was ruled out, with a reason and the feedback of the family.', {
    request: z.string(),
    provider: z.string(),
    reason: z.enum(['symptoms', 'distance', 'age', 'family-said-no', 'no-opening']),
  }),
  factKind('payer.notified', 'The payer was told that targeted case management ends while a step is open.', {
    request: z.string().optional(),
    about: z.enum(['handover', 'jail', 'detention']).optional(),
  }),
  factKind('county-assistance.notified', 'The county assistance office was told of a stay that changes eligibility.', {
    stay: z.string(),
  }),
  factKind('out-of-home.admitted', 'The youth was admitted after an approved request.', { request: z.string() }),
  factKind('family-based.started', 'Family based mental health services began.', { episode: z.string() }),
  factKind('family-based.ended', 'Family based mental health services ended.', { episode: z.string() }),
  factKind('case-management.restarted', 'Targeted case management began again before the end of a stay.', {
    stay: z.string(),
  }),
] as const;
