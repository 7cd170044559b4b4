/** The parts of a duty's key: rule, root fact, and item or period. */
export interface DutyName {
  readonly rule: string;
  readonly root: number;
  readonly item?: string;
}

/** Reads `rule#root` or `rule#root#item`; null when the text is no such key. */
export function readDutyKey(key: string): DutyName | null {
  const [rule, root, ...rest] = key.split('#');
  const seq = Number(root);
  if (!rule || !Number.isInteger(seq) || seq < 1) return null;
  return rest.length > 0 ? { rule, root: seq, item: rest.join('#') } : { rule, root: seq };
}
