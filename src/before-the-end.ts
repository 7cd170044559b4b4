const open = new Set<() => Promise<unknown>>();

/**
 * Names what must be put in order before this process ends, whatever it is doing when told to: a database of its own would
 * otherwise run on without it. Returns how to take that back, for when it was done.
 */
export function beforeTheEnd(close: () => Promise<unknown>): () => void {
  open.add(close);
  return () => void open.delete(close);
}

/** Does all of it, one thing's failure not keeping another from being done. */
export async function putInOrder(): Promise<void> {
  await Promise.allSettled([...open].map((close) => close()));
}
