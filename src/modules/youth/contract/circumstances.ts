import { chartParams, command, id } from '#modules/record/operation.ts';
import { AlertFields, base, CoverageFields, Ending, PresumptiveStep, SchoolFields } from '../model.ts';
import { added, nothing, permission, revised, rowParams } from './declare.ts';

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
