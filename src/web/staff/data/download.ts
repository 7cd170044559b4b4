import type { Operation } from '#platform/http/operation.ts';
import { reachAgain } from '../api.ts';
import { fillPath, queryText } from './path.ts';
import { seatInUse } from './standing.ts';

interface Wanted {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  /** What the browser saves it as; never a name of anybody. */
  readonly as: string;
}

/** An answer that is a file: fetched with the seat in use, then handed to the browser to save. Throws when it is not given. */
export async function download(operation: Pick<Operation, 'path'>, { params, query = {}, as }: Wanted): Promise<void> {
  const answer = await reachAgain(fillPath(operation.path, params) + queryText(query), {
    headers: { 'x-kinfold-seat': seatInUse.get() ?? '', 'x-kinfold': '1' },
  });
  if (!answer.ok) throw new Error('the file was not given');
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = as;
  link.click();
  URL.revokeObjectURL(address);
}
