import { copyClient } from '#platform/database/backup/copy.ts';
import type { Connection } from '#platform/database/connection.ts';
import { type CalendarDay, isoDay } from '#shared/calendar-day.ts';
import { Random } from '../seeds/random.ts';
import type { Who } from '../seeds/seed-chart.ts';
import { copySink } from './copy-sink.ts';

/** The organizations people work in: the care management organizations of the directory. */
export const AGENCIES = Array.from({ length: 15 }, (_, index) => index + 1);
/** Youths in the hands of one care manager. */
const CASELOAD = 13;

export interface BenchSeat extends Who {
  readonly name: string;
}

export interface Staffing {
  readonly csa: BenchSeat;
  readonly supervisors: readonly BenchSeat[];
  /** Care managers by agency, agency 1 first. */
  readonly careManagers: readonly (readonly BenchSeat[])[];
}

/** Who works in a set of this size: the same people with the same ids in every process. */
export function staffing(youths: number): Staffing {
  const random = new Random('bench staff');
  const made = (capacity: string, agency: number, name: string): BenchSeat => ({
    seat: random.id(1_600_000_000_000),
    person: random.id(1_600_000_000_000),
    capacity,
    agency,
    name,
  });
  const csa = made('csa-coordinator', 100, 'Coordinator');
  const supervisors = AGENCIES.map((agency) => made('supervisor', agency, `Supervisor ${agency}`));
  const each = Math.max(2, Math.ceil(youths / AGENCIES.length / CASELOAD));
  const careManagers = AGENCIES.map((agency) =>
    Array.from({ length: each }, (_, n) => made('care-manager', agency, `Worker ${agency} ${n}`)),
  );
  return { csa, supervisors, careManagers };
}

/** Puts in who works there, with supervision. */
export async function writeStaff(connection: Connection, youths: number): Promise<void> {
  const client = await copyClient(connection);
  try {
    const sink = copySink(client);
    const { csa, supervisors, careManagers } = staffing(youths);
    const all = [csa, ...supervisors, ...careManagers.flat()];
    await sink.add(
      'person',
      ['id', 'name'],
      all.map(({ person, name }) => ({ id: person, name })),
    );
    const seats = all.map(({ seat, person, capacity, agency }) => ({
      id: seat,
      person,
      capacity,
      agency,
      from_day: '2015-01-01',
    }));
    await sink.add('seat', ['id', 'person', 'capacity', 'agency', 'from_day'], seats);
    const supervision = careManagers.flatMap((team, index) => {
      const supervisor = supervisors[index];
      return supervisor
        ? team.map(({ seat }) => ({ supervisor: supervisor.seat, seat, from_day: isoDay(16_500 as CalendarDay) }))
        : [];
    });
    await sink.add('supervision', ['supervisor', 'seat', 'from_day'], supervision);
  } finally {
    await client.end();
  }
}
