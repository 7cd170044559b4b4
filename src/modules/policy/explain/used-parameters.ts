import type { Compiled } from '../compile/compiled.ts';
import type { Clause } from '../model.ts';
import type { UsedParameter } from './reason.ts';

/** The numbers of a clause with their source, and whether the agency set its own. */
export function usedParameters(compiled: Compiled, clause: Clause): UsedParameter[] {
  return clause.parameters.map((parameter) => ({
    key: parameter.key,
    value: compiled.settings.get(parameter.key) ?? parameter.is,
    default: parameter.is,
    source: parameter.source,
    confidence: parameter.confidence,
    overridden: parameter.key in compiled.overrides,
  }));
}
