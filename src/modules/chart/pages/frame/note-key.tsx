import { useGo } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { useShortcut } from '#web/staff/shortcuts/shortcuts.ts';
import { words } from '../words.ts';

/**
 * While a chart is the page, also one still on its way, `n` begins a note about this youth. Drawn before the parts of the
 * chart, so that one of them, such as a duty that asks for its own note, may take the key over.
 */
export function NoteKey({ chart }: { readonly chart: string }) {
  const go = useGo();
  useShortcut('n', words.header.newNote, () => go(`/app/youth/${chart}/notes/new`), useMay()('contact.record'));
  return null;
}
