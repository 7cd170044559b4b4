import { randomUUID } from 'node:crypto';
import type { Capacity } from '#modules/access/model.ts';
import { addAgencies, addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import type { TestApp } from '../../../testing/test-app.ts';
import { enrolYouth } from './enrolled-youth.builder.ts';
import type { OracleChart, OracleSeat } from './oracle.ts';
import { addPennsylvaniaChart, moveChart, plant } from './planted-charts.builder.ts';

export interface MatrixSeat extends OracleSeat {
  readonly who: Seated;
  readonly label: string;
}
export interface MatrixChart extends OracleChart {
  readonly id: string;
}
export interface MatrixWorld {
  readonly seats: readonly MatrixSeat[];
  readonly charts: readonly MatrixChart[];
}

const TODAY = '2026-10-12';
/** Charts that each seat is related to, and how; `holder` and the rest follow from the journeys below. */
const SEATS: readonly (readonly [Capacity, number, string, Readonly<Record<string, string>>])[] = [
  ['care-manager', 15, 'assigned', { own: 'accountable', moved: 'was' }],
  ['care-manager', 15, 'colleague', {}],
  ['supervisor', 15, '', {}],
  ['agency-lead', 15, '', {}],
  ['quality', 15, '', {}],
  ['administrator', 15, '', {}],
  ['privacy-officer', 15, '', {}],
  ['on-call', 15, 'on shift', {}],
  ['on-call', 15, 'off shift', {}],
  ['on-call', 15, 'shift elsewhere', {}],
  ['care-manager', 1, 'on shift', {}],
  ['pe-coordinator', 15, '', {}],
  ['court-liaison', 15, '', {}],
  ['statewide', 15, '', {}],
  ['family-support-partner', 15, '', { own: 'family-support' }],
  ['youth', 15, '', { own: 'self' }],
  ['caregiver', 15, '', { own: 'guardian' }],
  ['natural-support', 15, '', { own: 'team-member' }],
  ['reviewer', 15, '', { own: 'reviewer' }],
  ['provider', 15, '', {}],
  ['care-manager', 1, 'assigned', { other: 'accountable' }],
  ['care-manager', 1, 'colleague', {}],
  ['supervisor', 1, 'naming', { other: 'named' }],
  ['supervisor', 1, 'of the assigned', { other: 'supervises' }],
  ['supervisor', 1, 'of the colleague', {}],
  ['supervisor', 1, 'until yesterday', {}],
  ['agency-lead', 1, '', {}],
  ['csa-coordinator', 100, '', {}],
  ['targeted-case-manager', 901, '', {}],
  ['tcm-supervisor', 901, '', {}],
  ['clinical-care-manager', 900, '', {}],
];

/** Not of the seat itself: it supervises who is accountable, or named them today. */
const THROUGH_OTHERS = new Set(['supervises', 'named']);
/** Who supervises whom of agency 1, and from when to when. */
const SUPERVISION = [
  ['supervisor 1 of the assigned', 'care-manager 1 assigned', '2026-01-05', null],
  ['supervisor 1 of the colleague', 'care-manager 1 colleague', '2026-01-05', null],
  ['supervisor 1 until yesterday', 'care-manager 1 assigned', '2025-01-06', '2026-10-11'],
] as const;

/** Every capacity; charts of the own agency, of another, of another programme, with nobody, and after a transfer. */
export async function matrixWorld(world: TestApp): Promise<MatrixWorld> {
  const { owner } = world.pools;
  await addAgencies(owner);
  const seats: MatrixSeat[] = [];
  for (const [capacity, agency, note, relations] of SEATS) {
    const label = [capacity, agency, note].filter(Boolean).join(' ');
    const who = await addSeat(owner, { name: `The ${label}`, capacity, agency });
    seats.push({
      who,
      label,
      capacity,
      agency,
      onShift: note === 'on shift',
      related: Object.entries(relations).flatMap(([name, kind]) =>
        kind === 'was' || THROUGH_OTHERS.has(kind) ? [] : [name],
      ),
      answersFor: Object.entries(relations).flatMap(([name, kind]) => (THROUGH_OTHERS.has(kind) ? [name] : [])),
    });
  }
  const seat = (label: string): Seated => {
    const found = seats.find((one) => one.label === label);
    if (!found) throw new Error(`no seat ${label}`);
    return found.who;
  };
  for (const [supervisor, of, from, to] of SUPERVISION) {
    const values = [seat(supervisor).seat, seat(of).seat, from, to];
    await owner.query(
      'insert into kinfold.supervision (supervisor, seat, from_day, to_day) values ($1, $2, $3, $4)',
      values,
    );
  }
  const journey = { csa: seat('csa-coordinator 100'), on: TODAY };
  const at15 = { ...journey, supervisor: seat('supervisor 15'), agency: 15 };
  const at1 = { ...journey, supervisor: seat('supervisor 1 naming'), agency: 1 };
  const enrol = (to: Omit<Parameters<typeof enrolYouth>[1], 'referral'>, name: string) =>
    enrolYouth(world.app, { ...to, referral: { externalId: name } });
  const charts: MatrixChart[] = [
    {
      name: 'own',
      nobodys: false,
      holder: 15,
      registeredBy: 100,
      programme: 'nj-cmo',
      id: await enrol({ ...at15, careManager: seat('care-manager 15 assigned') }, 'own'),
    },
    {
      name: 'nobodys',
      nobodys: true,
      holder: 15,
      registeredBy: 100,
      programme: 'nj-cmo',
      id: await enrol({ ...at15, careManager: null }, 'nobodys'),
    },
    {
      name: 'other',
      nobodys: false,
      holder: 1,
      registeredBy: 100,
      programme: 'nj-cmo',
      id: await enrol({ ...at1, careManager: seat('care-manager 1 assigned') }, 'other'),
    },
    {
      name: 'moved',
      nobodys: true,
      holder: 1,
      registeredBy: 100,
      programme: 'nj-cmo',
      id: await enrol({ ...at15, careManager: seat('care-manager 15 assigned') }, 'moved'),
    },
    {
      name: 'pennsylvania',
      nobodys: true,
      holder: 901,
      registeredBy: 901,
      programme: 'pa-tcm',
      id: await addPennsylvaniaChart(owner),
    },
  ];
  for (const chart of charts) await plant(owner, chart, TODAY, seat('supervisor 15').seat);
  for (const [index, [, , , relations]] of SEATS.entries()) {
    for (const [name, kind] of Object.entries(relations)) {
      if (kind === 'accountable' || kind === 'was' || THROUGH_OTHERS.has(kind)) continue;
      await owner.query(
        `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day) select id, agency, holder, programme, $2, $3, $4, $5 from kinfold.chart where id = $1`,
        [charts.find((chart) => chart.name === name)?.id, randomUUID(), seats[index]?.who.seat, kind, TODAY],
      );
    }
  }
  const moved = charts.find(({ name }) => name === 'moved');
  if (moved) {
    // The care manager's relation ends with the transfer.
    await owner.query('update kinfold.relationship set to_day = $2 where chart = $1', [moved.id, TODAY]);
    await moveChart(owner, moved.id, 1);
  }
  await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 1`);
  // One shift now, one that ended an hour ago and one that begins in an hour, and one of another agency's roster.
  const supervisor = seat('supervisor 15').seat;
  for (const [label, agency, from, to] of [
    ['on-call 15 on shift', 15, -1, 1],
    ['care-manager 1 on shift', 1, -1, 1],
    ['on-call 15 off shift', 15, -9, -1],
    ['on-call 15 off shift', 15, 1, 9],
    ['on-call 15 shift elsewhere', 1, -1, 1],
  ] as const) {
    await owner.query(
      `insert into kinfold.on_call_shift (id, agency, seat, from_at, to_at, made_by)
       values (gen_random_uuid(), $2, $1, kinfold.present() + make_interval(hours => $3), kinfold.present() + make_interval(hours => $4), $5)`,
      [seat(label).seat, agency, from, to, supervisor],
    );
  }
  return { seats, charts };
}
