export interface Taker {
  readonly seat: string;
  /** Charts the seat has already. */
  readonly load: number;
}

/** Gives each chart to whoever then has the fewest; of two alike, the first named. */
export function shareOut<C>(
  charts: readonly C[],
  takers: readonly Taker[],
): { readonly chart: C; readonly to: string }[] {
  const loads = takers.map(({ seat, load }) => ({ seat, load }));
  return charts.flatMap((chart) => {
    const least = loads.reduce((best, one) => (one.load < best.load ? one : best), loads[0] ?? { seat: '', load: 0 });
    if (least.seat === '') return [];
    least.load += 1;
    return [{ chart, to: least.seat }];
  });
}
