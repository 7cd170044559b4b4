import { chartParams, command, id, isoDay } from '#modules/record/operation.ts';
import { base, ContactPointFields, Ending, IdentifierFields, reason } from '../model.ts';
import { added, nothing, permission, revised, rowParams } from './declare.ts';

export const addContactPoint = command({
  name: 'youth.add-contact-point',
  path: '/api/charts/:chart/contact-points',
  says: 'Adds a telephone, e-mail or address with the rules for using it.',
  permission,
  audit: { event: 'contact-point.added' },
  params: chartParams,
  /** `from`: the day since which it is so; today when left out. */
  body: ContactPointFields.extend({ id, from: isoDay.optional() }),
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
