import { useQuery } from '@tanstack/react-query';
import { day } from '#shared/calendar-day.ts';
import { call } from '#web/staff/api.ts';
import { todayHere } from '#web/staff/here.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { readRowToMend } from '../../import-service/contract.ts';
import { formOfRow } from './form-of-row.ts';
import { emptyForm, type FormValues } from './form-values.ts';

/** The row of an import that the form is to mend: named in the address by its import and number, and by nothing else. */
export interface MendedRow {
  readonly import: string;
  readonly row: number;
  readonly fileName: string;
  /** Why it could not be read. */
  readonly words: readonly string[];
  /** The form as the row says it. */
  readonly values: FormValues;
}

/** Null when the form mends no row; undefined while the row is asked for. A row that is there no longer fails. */
export function useRowToMend(): {
  readonly asked: { readonly import: string; readonly row: number } | null;
  readonly found: MendedRow | null | undefined;
  readonly failed: boolean;
} {
  const query = usePageQuery();
  const [batch, row] = [query.get('import'), Number(query.get('row'))];
  const asked = batch !== null && row > 0 ? { import: batch, row } : null;
  const read = useQuery({
    // Not of the imports that the form changes: once it is sent there is no such row to mend any more.
    queryKey: ['row-to-mend', batch, row],
    queryFn: ({ signal }) => call(readRowToMend, { params: { import: batch ?? '', row } }, signal),
    enabled: asked !== null,
    gcTime: 0,
  });
  if (asked === null) return { asked, found: null, failed: false };
  if (!read.data) return { asked, found: undefined, failed: read.isError };
  const { fileName, words, cells } = read.data;
  const today = todayHere();
  const values = { ...emptyForm(today), ...formOfRow(cells, day(today)) };
  return { asked, found: { ...asked, fileName, words, values }, failed: false };
}
