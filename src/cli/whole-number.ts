import { Stop } from './stop.ts';

/** A number given on the command line, such as a chart's or an agency's. Stops with exit code 2 when it is none. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Stop(`${text} is not a number.`, 2);
  return Number(text);
}
