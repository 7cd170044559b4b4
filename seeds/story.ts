import type { Category, Programme } from '#modules/facts/model.ts';
import { type CalendarDay, type IsoDay, isoDay } from '#shared/calendar-day.ts';
import { localDay } from './local-time.ts';
import type { Random } from './random.ts';
import type { SeedChart, SeedFact, SeedLook, SeedRow, Who } from './seed-chart.ts';

export interface Said {
  readonly kind: string;
  readonly on: IsoDay;
  readonly at?: string | undefined;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly category?: Category;
  readonly source?: { readonly table: string; readonly id: string };
}

/**
 * One chart being written as if each command had been given at its time. Chapters (`referral`, `enrolment`, `contacts`)
 * add to it what their command would have written; instants must not go back.
 */
export class Story {
  readonly chart: string;
  readonly random: Random;
  readonly programme: Programme;
  readonly rows: SeedRow[] = [];
  readonly facts: SeedFact[] = [];
  readonly looks: SeedLook[] = [];
  readonly openedBy: Who;
  readonly openedOn: IsoDay;
  holder: number;
  #last = 0;
  #within = 0;

  constructor(random: Random, openedAt: number, openedBy: Who, programme: Programme = 'nj-cmo') {
    this.random = random;
    this.programme = programme;
    this.chart = random.id(openedAt);
    this.openedBy = openedBy;
    this.openedOn = isoDay(localDay(openedAt));
    this.holder = openedBy.agency;
  }

  today(at: number): CalendarDay {
    return localDay(at);
  }

  /** Adds a row with the labels a command by this person gives it. The holder is written at the end, as it follows the chart. */
  add(table: string, who: Who, values: Record<string, unknown>): void {
    this.rows.push({ table, values: { chart: this.chart, agency: who.agency, programme: this.programme, ...values } });
  }

  /** Records that something happened, learnt at an instant. Returns its `seq`. */
  record(at: number, who: Who, said: Said): number {
    if (at < this.#last) throw new Error(`${said.kind} recorded at ${at}, before ${this.#last}`);
    this.#within = at === this.#last ? this.#within + 1 : 0;
    this.#last = at;
    const seq = this.facts.length + 1;
    this.facts.push({
      seq,
      recordedAt: `${new Date(at).toISOString().slice(0, -1)}${String(this.#within).padStart(3, '0')}Z`,
      agency: who.agency,
      saidBy: who.seat,
      kind: said.kind,
      on: said.on,
      at: said.at ?? null,
      data: said.data ?? {},
      category: said.category ?? 'general',
      source: said.source ?? null,
    });
    return seq;
  }

  done(at: number, who: Who, operation: string, details: Readonly<Record<string, unknown>> = {}): void {
    this.looks.push({ at, who, holder: this.holder, operation, outcome: 'done', details });
  }

  looked(at: number, who: Who, operation = 'chart.opened'): void {
    this.looks.push({ at, who, holder: this.holder, operation, outcome: 'looked', details: {} });
  }

  finish(): SeedChart {
    const { chart: id, openedBy, holder, programme, openedOn, rows, facts, looks } = this;
    for (const row of rows) row.values.holder = holder;
    return { id, agency: openedBy.agency, holder, programme, openedOn, rows, facts, looks };
  }
}
