import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { PROGRAMMES } from '#modules/facts/model.ts';

/** Used only while the programme's pack names no ratio: shown as not known. */
const UNKNOWN = { families: 0, careManagers: 0, source: 'not loaded' };

/** The caseload ratios of the programme's pack, with the agency's own numbers. */
export function caseloadRatio(shelf: PolicyShelf, programme: string, agency: number): typeof UNKNOWN {
  const known = PROGRAMMES.find((one) => one === programme);
  const compiled = known ? shelf.compiled(known, agency) : null;
  if (!compiled) return UNKNOWN;
  const parameters = compiled.pack.clauses.flatMap((clause) => clause.parameters);
  const find = (name: string) => parameters.find((parameter) => parameter.name === name);
  const [families, careManagers] = [find('families'), find('care managers')];
  const value = (parameter: typeof families) =>
    Number(parameter ? (compiled.overrides[parameter.key] ?? parameter.is) : 0);
  return { families: value(families), careManagers: value(careManagers), source: families?.source ?? UNKNOWN.source };
}
