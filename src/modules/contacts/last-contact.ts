/**
 * The one definition of "no successful contact in n days", for every list, board and message: in a stage where the youth is
 * to be reached, the last contact made that the reader may see, or, without one, the day the stage began, is more than n
 * days ago. Only what the reader may see counts, and the words on screen say so; why is in
 * docs/decisions/0004-no-contact-in-n-days.md.
 *
 * These are pieces of SQL run under the reader's own row security. `chart` names the row of `kinfold.chart`.
 */
export const lastContactOn = (chart: string): string =>
  `(select max(f.on_day) from kinfold.fact f where f.chart = ${chart}.id and f.kind = 'contact.made' and not f.withdraws
      and not exists (select from kinfold.fact s where s.chart = f.chart and s.supersedes = f.seq))`;

/** Since when nobody was reached; null in a stage where nobody needs to be. `last` is the day `lastContactOn` found. */
export const quietSince = (chart: string, last: string = lastContactOn(chart)): string =>
  `case when ${chart}.stage in ('enrolled', 'planning', 'active-community', 'transitioning') then coalesce(${last}, ${chart}.stage_since) end`;
