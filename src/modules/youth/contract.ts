import { z } from 'zod';
import { chartParams, command, id, read } from '#modules/record/operation.ts';
import { FamilyRecord } from './family-record.ts';
import {
  AlertFields,
  base,
  ContactPointFields,
  CoverageFields,
  Ending,
  IdentifierFields,
  OrderFields,
  PresumptiveStep,
  RelativeFields,
  reason,
  SchoolFields,
  YouthFields,
} from './model.ts';

const permission = 'youth.change';
/** Paths carry the id of one row beside the chart's. */
const rowParams = chartParams.extend({ row: id });
const revised = z.object({ revision: z.number() });
const added = z.object({ row: id });
const nothing = z.object({});

export const readFamily = read({
  name: 'youth.family',
  path: '/api/charts/:chart/family',
  says: 'The youth, relatives with their authority and orders, ways to reach them with their use rules, identifiers, coverage, school, alerts, siblings.',
  permission: 'family.read',
  audit: { event: 'youth.family-read' },
  params: chartParams,
  answer: FamilyRecord,
});

export const readHistory = read({
  name: 'youth.history',
  path: '/api/charts/:chart/family/history',
  says: 'What was said of the youth and family before each change, with when and by whom it was changed.',
  permission: 'family.read',
  audit: { event: 'youth.history-read' },
  params: chartParams,
  answer: z.object({
    changes: z.array(
      z.object({
        table: z.string(),
        row: z.string(),
        about: z.string(),
        at: z.string(),
        by: z.string().nullable(),
        fields: z.array(z.object({ field: z.string(), was: z.unknown(), became: z.unknown() })),
      }),
    ),
  }),
});

export const changeYouth = command({
  name: 'youth.change',
  path: '/api/charts/:chart/youth',
  says: 'Changes what is known of the youth. A change made from an older revision answers 409 with both versions.',
  permission,
  audit: { event: 'youth.changed' },
  params: chartParams,
  body: YouthFields.extend({ id, base }),
  answer: revised,
});

export const addRelative = command({
  name: 'youth.add-relative',
  path: '/api/charts/:chart/relatives',
  says: 'Adds a relative or caregiver, with what their say rests on.',
  permission,
  audit: { event: 'relative.added' },
  params: chartParams,
  body: RelativeFields.extend({ id }),
  answer: added,
});
export const changeRelative = command({
  name: 'youth.change-relative',
  path: '/api/charts/:chart/relatives/:row',
  says: 'Changes a relative; a stale change answers 409 with both versions.',
  permission,
  audit: { event: 'relative.changed' },
  params: rowParams,
  body: RelativeFields.extend({ id, base }),
  answer: revised,
});
export const endRelative = command({
  name: 'youth.end-relative',
  path: '/api/charts/:chart/relatives/:row/end',
  says: 'Says that somebody has no part in this youth’s life any more; their open ways to be reached end too.',
  permission,
  audit: { event: 'relative.ended' },
  params: rowParams,
  body: Ending,
  answer: nothing,
});

export const addOrder = command({
  name: 'youth.add-order',
  path: '/api/charts/:chart/orders',
  says: 'Records a court order about a relative. A no-contact order raises an alert.',
  permission,
  audit: { event: 'order.recorded' },
  params: chartParams,
  body: OrderFields.extend({ id }),
  answer: added,
});
export const endOrder = command({
  name: 'youth.end-order',
  path: '/api/charts/:chart/orders/:row/end',
  says: 'Ends a court order, and the alert it raised.',
  permission,
  audit: { event: 'order.ended' },
  params: rowParams,
  body: Ending,
  answer: nothing,
});

export const addContactPoint = command({
  name: 'youth.add-contact-point',
  path: '/api/charts/:chart/contact-points',
  says: 'Adds a telephone, e-mail or address with the rules for using it.',
  permission,
  audit: { event: 'contact-point.added' },
  params: chartParams,
  body: ContactPointFields.extend({ id }),
  answer: added,
});
export const changeContactPoint = command({
  name: 'youth.change-contact-point',
  path: '/api/charts/:chart/contact-points/:row',
  says: 'Changes a way to reach somebody; a stale change answers 409 with both versions.',
  permission,
  audit: { event: 'contact-point.changed' },
  params: rowParams,
  body: ContactPointFields.extend({ id, base }),
  answer: revised,
});
export const endContactPoint = command({
  name: 'youth.end-contact-point',
  path: '/api/charts/:chart/contact-points/:row/end',
  says: 'Says that a way to reach somebody works no more.',
  permission,
  audit: { event: 'contact-point.ended' },
  params: rowParams,
  body: Ending,
  answer: nothing,
});

export const addIdentifier = command({
  name: 'youth.add-identifier',
  path: '/api/charts/:chart/identifiers',
  says: 'Adds a number the youth has elsewhere: CYBER, Medicaid, another.',
  permission,
  audit: { event: 'identifier.added' },
  params: chartParams,
  body: IdentifierFields.extend({ id }),
  answer: nothing,
});
/** The number itself travels in the body: never in an address that logs and histories keep. */
export const endIdentifier = command({
  name: 'youth.end-identifier',
  path: '/api/charts/:chart/identifiers/end',
  says: 'Ends a number that is wrong or no longer used.',
  permission,
  audit: { event: 'identifier.ended' },
  params: chartParams,
  body: IdentifierFields.extend({ id, reason }),
  answer: nothing,
});

export const addCoverage = command({
  name: 'youth.add-coverage',
  path: '/api/charts/:chart/coverage',
  says: 'Records who pays from a day on; `replaces` ends the coverage it follows the day before.',
  permission,
  audit: { event: 'coverage.added' },
  params: chartParams,
  body: CoverageFields.extend({ id, replaces: id.nullable().default(null) }),
  answer: added,
});
export const changeCoverage = command({
  name: 'youth.change-coverage',
  path: '/api/charts/:chart/coverage/:row',
  says: 'Corrects a coverage, such as a plan now chosen; a stale change answers 409 with both versions.',
  permission,
  audit: { event: 'coverage.changed' },
  params: rowParams,
  body: CoverageFields.extend({ id, base }),
  answer: revised,
});
export const endCoverage = command({
  name: 'youth.end-coverage',
  path: '/api/charts/:chart/coverage/:row/end',
  says: 'Ends a coverage.',
  permission,
  audit: { event: 'coverage.ended' },
  params: rowParams,
  body: Ending,
  answer: nothing,
});
export const recordPresumptiveStep = command({
  name: 'youth.presumptive-step',
  path: '/api/charts/:chart/presumptive-steps',
  says: 'Records a step of presumptive eligibility: filed, certified, sent.',
  permission,
  audit: { event: 'presumptive.step-recorded' },
  params: chartParams,
  body: PresumptiveStep.extend({ id }),
  answer: nothing,
});

export const addSchool = command({
  name: 'youth.add-school',
  path: '/api/charts/:chart/schools',
  says: 'Records the school from today on; the one before ends.',
  permission,
  audit: { event: 'school.added' },
  params: chartParams,
  body: SchoolFields.extend({ id, replaces: id.nullable().default(null) }),
  answer: added,
});
export const changeSchool = command({
  name: 'youth.change-school',
  path: '/api/charts/:chart/schools/:row',
  says: 'Changes the school block; a stale change answers 409 with both versions. An IEP meeting that was held is recorded.',
  permission,
  audit: { event: 'school.changed' },
  params: rowParams,
  body: SchoolFields.extend({ id, base }),
  answer: revised,
});

export const raiseAlert = command({
  name: 'youth.raise-alert',
  path: '/api/charts/:chart/alerts',
  says: 'Puts an alert beside the youth’s name.',
  permission,
  audit: { event: 'alert.raised' },
  params: chartParams,
  body: AlertFields.extend({ id }),
  answer: added,
});
export const endAlert = command({
  name: 'youth.end-alert',
  path: '/api/charts/:chart/alerts/:row/end',
  says: 'Takes an alert away.',
  permission,
  audit: { event: 'alert.ended' },
  params: rowParams,
  body: Ending,
  answer: nothing,
});

/** A sibling is linked from both charts: one command each, since a command holds one chart. */
export const linkSibling = command({
  name: 'youth.link-sibling',
  path: '/api/charts/:chart/siblings',
  says: 'Links the chart of a sister or brother to this one.',
  permission,
  audit: { event: 'sibling.linked' },
  params: chartParams,
  body: z.strictObject({ id, other: id }),
  answer: nothing,
});
export const unlinkSibling = command({
  name: 'youth.unlink-sibling',
  path: '/api/charts/:chart/siblings/unlink',
  says: 'Undoes a sibling link, with a reason.',
  permission,
  audit: { event: 'sibling.unlinked' },
  params: chartParams,
  body: z.strictObject({ id, other: id, reason }),
  answer: nothing,
});
