import { addressKey } from './address.ts';
import type { MatchPerson } from './matching.ts';
import { nameTokens, soundKeys } from './names.ts';

/**
 * The texts to look a person up by: two records that are likely one share at least one. Store them in an indexed column (or
 * table) and ask for equality; a state's youths are then a handful of candidates, not a scan. Kinds: `b` birth day with the sound
 * of one name, `n` the sounds of a first and a family name in either order, `t` telephone, `a` address.
 */
export function blockingKeys(person: MatchPerson): readonly string[] {
  const given = [person.name.first, person.name.preferred ?? ''].flatMap(soundsToFindBy);
  const family = soundsToFindBy(person.name.last);
  const keys = new Set<string>();
  // The birth day alone would bring everybody whose form said 1 January.
  if (person.birthDay !== null) for (const sound of [...given, ...family]) keys.add(`b:${person.birthDay}:${sound}`);
  for (const one of given) for (const other of family) keys.add(`n:${[one, other].sort().join('+')}`);
  for (const number of person.telephones) keys.add(`t:${number}`);
  const address = addressKey(person.address.line, person.address.zip);
  if (address !== null) keys.add(`a:${address}`);
  return [...keys].sort();
}

/** First and last part of a name are enough to be found by (`de la Cruz` by `de` and `Cruz`), and keep the keys few. */
function soundsToFindBy(name: string): readonly string[] {
  const tokens = nameTokens(name);
  return soundKeys([...new Set([...tokens.slice(0, 1), ...tokens.slice(-1)])].join(' '));
}
