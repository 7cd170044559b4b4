import type { Fact } from '#modules/facts/model.ts';
import { type Evaluate, fingerprint } from '#modules/record/evaluation.ts';
import { addDays, type CalendarDay, type IsoDay, isoDay } from '#shared/calendar-day.ts';
import { hm, localMs } from './local-time.ts';
import { Random } from './random.ts';
import type { Who } from './seed-chart.ts';
import type { Sink } from './write-charts.ts';

interface SeedAgreement {
  readonly kind: 'provider' | 'family-support' | 'school';
  readonly withAgency: number | null;
  readonly withName: string;
  /** Days before today on which it was signed, the first time and again. */
  readonly signed: readonly number[];
  readonly document: string;
}

/** What a care management organization agreed with others: one runs out soon, one has, one was renewed, two have no clock. */
const AGREEMENTS: readonly SeedAgreement[] = [
  provider('Harborlight Counseling', [1062], 'MOU binder 4, tab 2'),
  provider('Bright Oak Behavioral Health', [1130], 'MOU binder 4, tab 5'),
  provider('Cedar Row Youth Services', [1500, 420], 'MOU binder 5, tab 1'),
  { kind: 'family-support', withAgency: 215, withName: 'FSO Union', signed: [640], document: 'Board file 2025-03' },
  {
    kind: 'school',
    withAgency: null,
    withName: 'Elm Ridge Regional School District',
    signed: [300],
    document: 'Shared drive, agreements, schools',
  },
];

function provider(withName: string, signed: readonly number[], document: string): SeedAgreement {
  return { kind: 'provider', withAgency: null, withName, signed, document };
}

const PROGRAMME = 'nj-cmo';

/** Writes the agreements of one agency, as its administrator would have recorded them on the days they were signed. */
export async function writeAgreements(sink: Sink, by: Who, today: CalendarDay, evaluate: Evaluate): Promise<void> {
  const random = new Random(`agreements ${by.agency}`);
  const { agency } = by;
  for (const { kind, withAgency, withName, signed, document } of AGREEMENTS) {
    const days = signed.map((ago) => addDays(today, -ago));
    const [first = today] = days;
    const id = random.id(localMs(first, hm(10, 0)));
    const facts = days.map((on, index): Fact & { readonly on: IsoDay } => ({
      seq: index + 1,
      recordedAt: new Date(localMs(on, hm(15, 10))).toISOString(),
      kind: 'mou.signed',
      on: isoDay(on),
      data: { with: kind },
      category: 'general',
    }));
    const { duties, summary } = evaluate(PROGRAMME, agency, facts);
    const subject = { id, subject: 'agreement', agency, programme: PROGRAMME, evaluated_with: summary.evaluatedWith };
    await put(sink, 'agency_subject', [subject]);
    await put(sink, 'agreement', [{ id, agency, kind, with_agency: withAgency, with_name: withName }]);
    const said = facts.map(({ seq, recordedAt, on, data }) => ({
      ...{ id, seq, recorded_at: recordedAt, agency, kind: 'mou.signed', on_day: on, data, withdraws: false },
      ...{ document, said_by: by.seat },
    }));
    await put(sink, 'agency_fact', said);
    const owed = duties.map((duty) => ({
      ...{ id, key: duty.key, agency, rule: duty.rule, clause: duty.clause, root: duty.root, owes: duty.owes },
      ...{ owing: duty.owing, force: duty.force, state: duty.state, due: duty.due, due_at: duty.dueAt },
      ...{ late_after: duty.lateAfter, late_after_at: duty.lateAfterAt, until: duty.until, because: duty.because },
      ...{ paused_from: duty.pausedFrom, met_on: duty.metOn, pattern: duty.pattern ?? null },
      ...{ open_parts: duty.openParts, said: fingerprint(duty) },
    }));
    await put(sink, 'agency_duty', owed);
  }
}

async function put(sink: Sink, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const [first] = rows;
  if (first) await sink.add(table, Object.keys(first), rows);
}
