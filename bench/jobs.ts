import { randomUUID } from 'node:crypto';
import type { Line, Reply } from './line.ts';

/** A care manager signed in, with the charts in their hands. */
export interface Signed {
  readonly seat: string;
  readonly agency: number;
  readonly token: string;
  readonly charts: readonly string[];
  /** Beginnings of last names to look for. */
  readonly beginnings: readonly string[];
}

/** One request of a job, to the floor or to the product. `n` counts up; the same `n` asks the same thing of both. */
export interface Job {
  readonly name: string;
  readonly floor: (line: Line, n: number) => Promise<Reply>;
  readonly product: (line: Line, n: number) => Promise<Reply>;
}

const at = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
};
const headersOf = ({ seat, token }: Signed): string =>
  `authorization: Bearer ${token}\r\nx-kinfold-seat: ${seat}\r\nx-kinfold: 1\r\n`;

/** Which worker and which of their charts the n-th request is about: every worker in turn, charts moving on slower. */
const about = (signed: readonly Signed[], n: number): { who: Signed; chart: string } => {
  const who = at(signed, n);
  return { who, chart: at(who.charts, Math.floor(n / signed.length) + n) };
};

/**
 * The n-th chart a note is written in: each side writes in charts of its own, or the product would judge histories that the
 * floor, which is faster, had made longer.
 */
const noted = (signed: readonly Signed[], n: number, side: 'floor' | 'product'): { who: Signed; chart: string } => {
  const who = at(signed, n);
  const half = Math.ceil(who.charts.length / 2);
  const charts = side === 'floor' ? who.charts.slice(0, half) : who.charts.slice(half);
  return { who, chart: at(charts, Math.floor(n / signed.length)) };
};

const WORDS =
  'Weekly call. A calmer week: two bad mornings instead of five; the club on Tuesday went well. We agreed on one small step for Monday.';

export function jobsFor(signed: readonly Signed[], today: string, upTo: string): Readonly<Record<string, Job>> {
  const note = (on: string) =>
    JSON.stringify({ id: randomUUID(), made: true, withWhom: ['caregiver'], how: 'telephone', on, words: WORDS });
  const beginning = (who: Signed, n: number): string => at(who.beginnings, Math.floor(n / signed.length) + n);
  return {
    chart: {
      name: 'chart',
      floor: (line, n) => line.send('GET', `/chart/${about(signed, n).chart}`, ''),
      product: (line, n) => line.send('GET', `/api/charts/${about(signed, n).chart}`, headersOf(about(signed, n).who)),
    },
    worklist: {
      name: 'worklist',
      floor: (line, n) => line.send('GET', `/worklist/${at(signed, n).seat}/${upTo}`, ''),
      product: (line, n) => line.send('GET', '/api/worklist?whose=mine&days=14&limit=50', headersOf(at(signed, n))),
    },
    contact: {
      name: 'contact',
      floor: (line, n) => {
        const { who, chart } = noted(signed, n, 'floor');
        return line.send('POST', `/contact/${chart}/${who.agency}/${who.seat}`, '', note(today));
      },
      product: (line, n) => {
        const { who, chart } = noted(signed, n, 'product');
        return line.send('POST', `/api/charts/${chart}/contacts`, headersOf(who), note(today));
      },
    },
    search: {
      name: 'search',
      floor: (line, n) => line.send('GET', `/search/${at(signed, n).agency}/${beginning(at(signed, n), n)}`, ''),
      // What is looked for travels in the body: a name never stands in an address.
      product: (line, n) =>
        line.send(
          'POST',
          '/api/search',
          headersOf(at(signed, n)),
          JSON.stringify({ text: beginning(at(signed, n), n) }),
        ),
    },
  };
}
