import { SOURCE_OF } from '#modules/referral/commands/register-referral.ts';
import type { ReferralDraft } from '#modules/referral/model.ts';
import type { ReviewTask, ReviewTaskCode } from '#modules/referral/review-tasks.ts';
import { usualAnswer } from '#modules/referral/task-answers.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { chartOpened } from './chapter-opened.ts';
import type { Who } from './seed-chart.ts';
import type { Story } from './story.ts';

/** What `referral.register` writes: the chart's people and ways to reach them, the referral, a task for each thing to look at. */
export function registered(
  story: Story,
  at: number,
  who: Who,
  draft: ReferralDraft,
  tasks: readonly ReviewTask[],
): string {
  const referral = story.random.id(at);
  chartOpened(story, at, who, draft);
  const receivedAt = draft.receivedAt ?? `${draft.receivedOn}T12:00:00Z`;
  const data = { referral, source: SOURCE_OF[draft.caller.code] };
  story.record(at, who, {
    kind: 'referral.received',
    on: draft.receivedOn,
    at: receivedAt,
    data,
    source: { table: 'referral', id: referral },
  });
  story.add('referral', who, {
    id: referral,
    source: draft.source,
    external_id: draft.externalId,
    fingerprint: null,
    received_at: receivedAt,
    registered_by: who.seat,
    recorded_for: null,
    document: null,
    caller: draft.caller.code,
    domains: draft.domains,
    situation: draft.situation,
    intensity: draft.intensity,
    consent: draft.consent,
    as_registered: draft,
  });
  for (const { code, field, detail } of tasks) {
    story.add('review_task', who, {
      id: story.random.id(at),
      code,
      detail: { field, ...detail },
      opened_at: iso(at),
      ...UNSETTLED,
    });
  }
  story.done(at, who, 'referral.registered', { tasks: tasks.map(({ code }) => code) });
  return referral;
}

const UNSETTLED = { settled_at: null, settled_by: null, answer: null, note: null };
const iso = (ms: number): string => new Date(ms).toISOString();

/** What `referral.settle-task` writes for every open task. */
export function settledAll(story: Story, at: number, who: Who): void {
  for (const { table, values } of story.rows) {
    if (table === 'review_task' && values.settled_at === null) {
      const { answer, note } = usualAnswer(values.code as ReviewTaskCode);
      Object.assign(values, { settled_at: iso(at), settled_by: who.seat, answer, note });
      story.done(at, who, 'referral.task-settled', { task: values.code, answer });
    }
  }
}

/** What each outcome is called where the rules read it. */
const DECIDED = {
  eligible: 'care-management',
  'not-eligible': 'not-eligible',
  'mobile-response': 'mobile-response',
  'short-term': 'short-term-services',
  'idd-path': 'idd',
  'substance-use-path': 'substance-use',
} as const;

export interface SeedDecision {
  readonly outcome: keyof typeof DECIDED;
  readonly reasons: readonly string[];
  readonly grounds?: readonly string[];
  readonly intensity?: string | null;
}

/** What `referral.decide` writes. */
export function decided(story: Story, at: number, who: Who, decision: SeedDecision): void {
  const id = story.random.id(at);
  const on = isoDay(story.today(at));
  story.record(at, who, {
    kind: 'referral.decided',
    on,
    data: { outcome: DECIDED[decision.outcome] },
    source: { table: 'eligibility_decision', id },
  });
  story.add('eligibility_decision', who, {
    id,
    decided_on: on,
    outcome: decision.outcome,
    reasons: decision.reasons,
    grounds: decision.grounds ?? [],
    intensity: decision.intensity ?? null,
    recorded: false,
    document: null,
    by_seat: who.seat,
    supersedes: null,
    supersede_reason: null,
  });
  story.done(at, who, 'referral.decided', { outcome: decision.outcome });
}

/** What `referral.assign` writes; the chart goes to the organization. */
export function offered(story: Story, at: number, who: Who, toAgency: number, reason: string | null = null): void {
  const id = story.random.id(at);
  const on = isoDay(story.today(at));
  const data = { agency: String(toAgency) };
  story.record(at, who, {
    kind: 'referral.assigned',
    on,
    at: iso(at),
    data,
    source: { table: 'referral_assignment', id },
  });
  story.add('referral_assignment', who, {
    id,
    to_agency: toAgency,
    on_day: on,
    at: iso(at),
    reason,
    state: 'offered',
    ...UNANSWERED,
  });
  story.holder = toAgency;
  story.done(at, who, 'referral.assigned', { toAgency });
}

const UNANSWERED = { answered_at: null, answered_by: null, return_reason: null };

/** What `referral.answer` writes; a returned referral goes back to whoever offered it. */
export function answered(
  story: Story,
  at: number,
  who: Who,
  answer: 'accepted' | 'returned',
  reason: string | null = null,
): void {
  const offer = story.rows.findLast(
    ({ table, values }) => table === 'referral_assignment' && values.state === 'offered',
  );
  if (!offer) throw new Error('nothing is offered');
  const { values } = offer;
  const kind = answer === 'accepted' ? 'referral.accepted' : 'referral.returned';
  const source = { table: 'referral_assignment', id: String(values.id) };
  story.record(at, who, { kind, on: isoDay(story.today(at)), at: iso(at), source });
  Object.assign(values, { state: answer, answered_at: iso(at), answered_by: who.seat, return_reason: reason });
  if (answer === 'returned') story.holder = Number(values.agency);
  story.done(at, who, 'referral.answered', { answer });
}
