import type { Lane, LaneBar, LaneItem, LaneMark } from '#design-system/pictures/lanes/lane.ts';
import { codeWords } from '#modules/duties/pages/facts/code-words.ts';
import { kindLabel } from '#modules/duties/pages/facts/kind-labels.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import type { ChartDuty, Overview } from '../../contract.ts';
import { sayDay } from '../say.ts';
import { words } from '../words.ts';
import { codeOf, listOf, type Mark, ofKind } from './marks.ts';

/** How far the picture looks back and ahead, in days. */
const BACK = 120;
const AHEAD = 75;
const MARGIN = 10;

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** From the referral or four months ago, whichever is later, to ten weeks ahead. */
export function spanOf({ marks, today }: Overview): Span {
  const [first] = [...ofKind(marks, 'referral.received'), ...ofKind(marks, 'enrolment.started')]
    .map(({ on }) => on)
    .sort();
  const earliest = isoDay(addDays(day(today), -BACK));
  const began = first && first > earliest ? isoDay(addDays(day(first), -MARGIN)) : earliest;
  return { from: began, to: isoDay(addDays(day(today), AHEAD)) };
}

/** The six lanes of a chart, from what happened and what is owed, within a span. */
export function lanesOf(overview: Overview, span: Span): readonly Lane[] {
  const { marks, owed, today } = overview;
  const lanes: readonly Lane[] = [
    { label: words.lanes.enrolment, items: phases(marks, today) },
    { label: words.lanes.contacts, items: contacts(marks) },
    { label: words.lanes.meetings, items: meetings(marks) },
    { label: words.lanes.plan, items: plans(marks, today) },
    { label: words.lanes.stays, items: stays(marks, today) },
    { label: words.lanes.owed, items: owed.map((item) => owedMark(item, today)) },
  ];
  return lanes.map((lane) => ({ ...lane, items: lane.items.filter((item) => isWithin(item, span)) }));
}

/** What lies outside would be drawn at the edge, as if it were there. */
function isWithin(item: LaneItem, { from, to }: Span): boolean {
  if (item.kind === 'mark') return item.day >= from && item.day <= to;
  return item.from <= to && (item.to === null || item.to >= from);
}

interface Stretch {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly short: string;
  readonly what: string;
  readonly tone: LaneBar['tone'];
  readonly weight: LaneBar['weight'];
}

function bar({ id, from, to, short, what, tone, weight }: Stretch, today: string): LaneBar {
  const began = sayDay(from, today);
  const label = to === null ? words.lanes.since(what, began) : words.lanes.from(what, began, sayDay(to, today));
  return { kind: 'bar', id, from, to, tone, weight, short, label };
}

const PHASES = ['engage', 'plan', 'practice', 'transition'] as const;
/** Each phase drawn stronger than the one before. */
const WEIGHTS = [1, 2, 3] as const;
/** What begins each phase after the first. */
const BEGINS = { plan: 'team-meeting.held', practice: 'plan.approved', transition: 'transition.planned' } as const;

/** Each enrolment in its phases; a phase that never began is left out. */
function phases(marks: readonly Mark[], today: string): readonly LaneBar[] {
  return ofKind(marks, 'enrolment.started').flatMap((start) => {
    const end = ofKind(marks, 'enrolment.ended').find(({ on }) => on >= start.on)?.on ?? null;
    const inIt = (kind: string) =>
      ofKind(marks, kind).find(({ on }) => on >= start.on && (end === null || on <= end))?.on;
    const begins = PHASES.flatMap((phase) => {
      const from = phase === 'engage' ? start.on : inIt(BEGINS[phase]);
      return from === undefined ? [] : [{ phase, from }];
    });
    return begins.map(({ phase, from }, at) =>
      bar(
        {
          id: `${phase}-${start.seq}`,
          from,
          to: begins[at + 1]?.from ?? end,
          short: words.lanes.phases[phase],
          what: words.lanes.phaseLabels[phase],
          tone: 'pine',
          weight: WEIGHTS[at] ?? 3,
        },
        today,
      ),
    );
  });
}

function contacts(marks: readonly Mark[]): readonly LaneMark[] {
  const both = marks.filter(({ kind }) => kind === 'contact.made' || kind === 'contact.attempted');
  return both.map((mark) => {
    const made = mark.kind === 'contact.made';
    const said = made ? words.lanes.made : words.lanes.attempted;
    const label = said(listOf(mark, 'with'), codeWords(codeOf(mark, 'how')));
    return { kind: 'mark', id: `c${mark.seq}`, day: mark.on, shape: 'disc', filled: made, tone: 'pine', label };
  });
}

function meetings(marks: readonly Mark[]): readonly LaneMark[] {
  return ofKind(marks, 'team-meeting.held').map((mark) => ({
    kind: 'mark',
    id: `m${mark.seq}`,
    day: mark.on,
    shape: 'square',
    filled: true,
    tone: 'sky',
    label: `${kindLabel(mark.kind)}: ${codeWords(codeOf(mark, 'purpose'))}`,
  }));
}

/** The crisis plan until a service plan is sent; each service plan until the next. */
function plans(marks: readonly Mark[], today: string): readonly LaneBar[] {
  const sent = ofKind(marks, 'plan.submitted');
  const crisis = ofKind(marks, 'crisis-plan.completed')
    .slice(0, 1)
    .map((mark) =>
      bar(
        {
          id: `k${mark.seq}`,
          from: mark.on,
          to: sent[0]?.on ?? null,
          short: words.lanes.crisis,
          what: kindLabel(mark.kind),
          tone: 'marigold',
          weight: 1,
        },
        today,
      ),
    );
  const service = sent.map((mark, at) => {
    const next = sent[at + 1]?.on ?? null;
    const approved = ofKind(marks, 'plan.approved').find(({ on }) => on >= mark.on && (next === null || on < next));
    const kind = codeWords(codeOf(mark, 'kind'));
    const short = approved ? words.lanes.approved(kind, sayDay(approved.on, today)) : words.lanes.sent(kind);
    return bar(
      { id: `p${mark.seq}`, from: mark.on, to: next, short, what: short, tone: 'marigold', weight: approved ? 3 : 2 },
      today,
    );
  });
  return [...crisis, ...service];
}

function stays(marks: readonly Mark[], today: string): readonly LaneBar[] {
  const away = ofKind(marks, 'stay.started').map((mark) => {
    const end = ofKind(marks, 'stay.ended').find((one) => codeOf(one, 'stay') === codeOf(mark, 'stay'))?.on ?? null;
    const setting = codeWords(codeOf(mark, 'setting'));
    return bar(
      { id: `s${mark.seq}`, from: mark.on, to: end, short: setting, what: setting, tone: 'plum', weight: 2 },
      today,
    );
  });
  const missing = ofKind(marks, 'missing.started').map((mark) => {
    const end = ofKind(marks, 'missing.ended').find(({ on }) => on >= mark.on)?.on ?? null;
    return bar(
      {
        id: `g${mark.seq}`,
        from: mark.on,
        to: end,
        short: words.lanes.missing,
        what: kindLabel(mark.kind),
        tone: 'brick',
        weight: 2,
      },
      today,
    );
  });
  return [...away, ...missing];
}

/** What was met stands on the day it was met, everything else on its due day. */
function owedMark(item: ChartDuty, today: string): LaneMark {
  const { key, title, due, metOn, state, standing, force } = item;
  const met = state === 'met' || state === 'met-late';
  const late = standing === 'late';
  const exempt = standing === 'exempted';
  const unlate = exempt ? words.lanes.exempt : words.lanes.due;
  const said = late ? words.lanes.late : unlate;
  const owing = force === 'target' ? ('marigold' as const) : ('pine' as const);
  const open = exempt ? ('stone' as const) : owing;
  const day = met ? (metOn ?? due) : due;
  const label = (met ? words.lanes.met : said)(title, sayDay(day, today));
  const unmet = late ? ('brick' as const) : open;
  const tone = met ? ('moss' as const) : unmet;
  return { kind: 'mark', id: `o${key}`, day, shape: 'diamond', filled: met || late, tone, label };
}
