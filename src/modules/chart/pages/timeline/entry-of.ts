import type { TimelineEntry } from '#design-system/lists/timeline-list.tsx';
import { codeWords } from '#modules/duties/pages/facts/code-words.ts';
import { kindLabel } from '#modules/duties/pages/facts/kind-labels.ts';
import type { Mark } from '../overview/marks.ts';
import { words } from '../words.ts';
import { familyOf, TONES } from './families.ts';

/** References and counters say nothing to a reader. */
const isReference = (text: string) => /^[0-9a-f-]{36}$/.test(text) || /^\d+$/.test(text);
const HIDDEN = ['contact', 'rule', 'root', 'item', 'evidence', 'reason', 'person', 'agency', 'estimated'];

/** The codes of a fact in words: "youth, caregiver · in person · home". */
function detailOf(mark: Mark): string {
  const shown = Object.entries(mark.data).filter(([field]) => !HIDDEN.includes(field));
  const said = shown.flatMap(([field, value]) => {
    if (Array.isArray(value)) return value.map((code) => codeWords(String(code))).join(', ');
    if (typeof value === 'number' && field.endsWith('minutes')) return `${value} min`;
    if (typeof value === 'string' && !isReference(value)) return codeWords(value);
    return [];
  });
  return said.filter(Boolean).join(' · ');
}

const STATUS: Readonly<Record<string, TimelineEntry['status']>> = {
  'contact.made': 'contact-made',
  'contact.attempted': 'contact-attempted',
};

/** One fact as an entry of the timeline; a contact leads to its note. */
export function entryOf(mark: Mark, chart: string): TimelineEntry {
  const family = familyOf(mark.kind);
  const note = mark.data['contact'];
  const contact = mark.kind.startsWith('contact.') && typeof note === 'string';
  return {
    id: String(mark.seq),
    day: mark.on,
    kind: { label: words.timeline[family], tone: TONES[family] },
    status: STATUS[mark.kind],
    title: kindLabel(mark.kind),
    href: contact ? `/app/youth/${chart}/notes#${note}` : undefined,
    by: detailOf(mark),
  };
}
