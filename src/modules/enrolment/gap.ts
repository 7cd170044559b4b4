/** SQL, of `kinfold.chart c`: nobody who holds a seat today is accountable for it. */
export const ANSWERED_BY_NOBODY = `not exists (select 1 from kinfold.relationship r
    join kinfold.seat s on s.id = r.seat and (s.to_day is null or s.to_day >= (select (kinfold.scope_actor() ->> 'today')::date))
    where r.chart = c.id and r.kind = 'accountable' and r.to_day is null)`;

/**
 * SQL, of `kinfold.chart c`: a gap that the reader's agency must close. It holds the chart in care, or got it back from an
 * organization that did not take it, and nobody answers for the youth. The one definition: the board, the digest and the
 * lists count by it.
 */
export const A_GAP = `c.holder = (select (kinfold.scope_actor() ->> 'agency')::integer)
    and c.stage in ('to-assign', 'accepted', 'enrolled', 'planning', 'active-community', 'active-out-of-home', 'transitioning')
    and ${ANSWERED_BY_NOBODY}`;
