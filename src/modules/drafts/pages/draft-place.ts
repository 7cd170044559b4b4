import { words } from './words.ts';

/** What a draft is of, and where one goes on writing it; no address for a kind that has no form any more. */
export interface DraftPlace {
  readonly what: string;
  readonly href: string | null;
}

const REFERRAL_FORMS = { register: '/app/referrals/new', recorded: '/app/referrals/recorded' } as const;

/** The form of a draft by its kind, and what it is about: a chart, or for a row of a file its import. */
export function placeOfDraft(kind: string, about: string): DraftPlace {
  const { kinds } = words;
  if (kind === 'note') return { what: kinds.note, href: `/app/youth/${about}/notes/new` };
  const [, note] = /^amendment-([0-9a-f-]{36})$/.exec(kind) ?? [];
  if (note) return { what: kinds.amendment, href: `/app/youth/${about}/notes/${note}/amend` };
  const [, form, row] = /^referral-(register|recorded)(?:-row-(\d+))?$/.exec(kind) ?? [];
  if (form !== 'register' && form !== 'recorded') return { what: kinds.other, href: null };
  const path = REFERRAL_FORMS[form];
  return row ? { what: kinds.row(row), href: `${path}?import=${about}&row=${row}` } : { what: kinds[form], href: path };
}
