import { addressKey } from './address.ts';
import type { MatchPerson } from './matching.ts';
import { nameTokens, soundKeys } from './names.ts';

/**
 * The texts to look a person up by: two records that are likely one share at least one. Store them in an indexed column
 * (or table) and ask for equality; a state's youths are then a handful of candidates, not a scan. Kinds: `b` birth day
 * with the sound of one name, `n` the sounds of a first and a family name in either order, `t` telephone, `a` address.
 */
export function blockingKeys(person: MatchPerson): readonly string[] {
  const given = [person.name.first, person.name.preferred ?? ''];
  const keys = new Set<string>();
  if (person.birthDay !== null) {
    // The birth day alone would bring everybody whose form said 1 January.
    const sounds = [...given, person.name.last].flatMap((name) => [...soundKeys(name), ...soundsToFindBy(name)]);
    for (const sound of sounds) keys.add(`b:${person.birthDay}:${sound}`);
  }
  for (const one of given.flatMap(soundsToFindBy)) {
    for (const other of soundsToFindBy(person.name.last)) keys.add(`n:${[one, other].sort().join('+')}`);
  }
  for (const number of person.telephones) keys.add(`t:${number}`);
  const address = addressKey(person.address.line, person.address.zip);
  if (address !== null) keys.add(`a:${address}`);
  return [...keys].sort();
}

/**
 * First and last part of a name, and the whole of it closed up: `de la Cruz` is found by `de`, `Cruz` and `delacruz`.
 * The other parts would make many keys and find few people.
 */
function soundsToFindBy(name: string): readonly string[] {
  const tokens = nameTokens(name);
  if (tokens.length < 2) return soundKeys(name);
  return soundKeys([...tokens.slice(0, 1), ...tokens.slice(-1), tokens.join('')].join(' '));
}
