import type { Fact } from '#modules/facts/model.ts';
import { addDays, day, type IsoDay, isoDay } from '#shared/calendar-day.ts';

/** A chart of 120 facts over one year, recorded as they happened: what the speed of the engine is measured on. */
export function medianChart(): Fact[] {
  const start = day('2025-09-08');
  const facts: Fact[] = [];
  const add = (after: number, kind: string, data: Fact['data'] = {}): void => {
    const on: IsoDay = isoDay(addDays(start, after));
    facts.push({ seq: facts.length + 1, recordedAt: `${on}T21:00:00Z`, kind, on, data, category: 'general' });
  };
  add(-5000, 'youth.born');
  add(-2, 'referral.received', { source: 'parent' });
  add(-1, 'referral.assigned', { agency: 'union' });
  add(0, 'referral.accepted');
  add(0, 'enrolment.started');
  add(0, 'accountable.assigned', { person: 'p1' });
  add(0, 'rights.given', { language: 'en' });
  add(0, 'consent.given', { for: 'care-management', by: 'parent' });
  add(1, 'fso.offered', { answer: 'yes' });
  add(4, 'crisis-plan.completed');
  add(20, 'medicaid.application-filed');
  for (let week = 0; week < 52; week += 1) {
    add(week * 7 + 2, 'contact.made', { contact: `c${week}`, with: ['caregiver'], how: 'telephone', minutes: 15 });
    if (week % 2 === 0)
      add(week * 7 + 4, 'contact.made', { contact: `v${week}`, with: ['youth', 'caregiver'], how: 'in-person' });
    if (week % 6 === 0)
      add(week * 7 + 3, 'contact.attempted', { contact: `a${week}`, with: ['youth'], how: 'telephone' });
  }
  for (let month = 0; month < 12; month += 1)
    add(25 + month * 30, 'team-meeting.held', { purpose: 'review', attended: ['youth'] });
  for (const after of [28, 110, 195, 340]) {
    add(after, 'plan.submitted', { plan: `p${after}`, kind: after === 28 ? 'initial' : 'review' });
    add(after + 6, 'plan.approved', { plan: `p${after}` });
  }
  add(210, 'stay.started', { stay: 's1', setting: 'residential-treatment' });
  add(320, 'stay.ended', { stay: 's1', setting: 'residential-treatment' });
  facts.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return facts.map((one, index) => ({ ...one, seq: index + 1 }));
}
