import { foldName, nameTokens, soundKeys } from '#modules/youth/names.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { FoundRow } from './search.ts';

const KNOWN = statement(
  'chart.search-known',
  `select y.chart, y.number, concat_ws(' ', coalesce(y.preferred, y.first), y.last) as name, concat_ws(' ', y.first, y.last) as "legalName", y.born,
     'known' as stage, y.county, null as "careManager", $1 as by, y."holderName",
     exists (select 1 from kinfold.referred_elsewhere(y.chart)) as referral
   from kinfold.known_youths(array(select kinfold.search_known($1, $2, $3, $4, $5)), array[]::text[]) y order by y.last, y.first`,
);

/**
 * Youths of the whole programme by their thin row, for the administrator, who must know whether somebody is here already:
 * name, birth day, county and which agency. The database answers nobody else.
 */
export async function searchKnown(db: Db, text: string, limit: number): Promise<FoundRow[]> {
  const look = async (kind: string, from: readonly string[], below: readonly string[], least: number) =>
    from.length === 0 ? [] : (await db.query<FoundRow>(KNOWN, [kind, from, below, least, limit])).rows;
  const digits = text.replace(/\D/g, '');
  if (digits.length >= 4) {
    // All ten digits: across the state a number without its area code is many families'.
    const kind = digits.length === 10 ? 'telephone' : 'identifier';
    const token = kind === 'telephone' ? digits : foldName(text).replaceAll(' ', '');
    const found = await look(kind, [token], [beyond(token)], 1);
    if (found.length > 0) return found;
  }
  const parts = nameTokens(text);
  const begins = await look('name', parts, parts.map(beyond), parts.length);
  if (begins.length > 0) return begins;
  const sounds = soundKeys(text);
  const exactly = sounds.map((sound) => `${sound}\u0001`);
  return look('sound', sounds, exactly, Math.min(parts.length, sounds.length));
}

/** The smallest text greater than every text that begins with `start`. */
const beyond = (start: string): string => `${start}\u{10FFFF}`;
