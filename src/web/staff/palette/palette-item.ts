/** Something the palette can take you to or do. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name: age, agency. */
  readonly note?: string | undefined;
  /** `null`: it is there, and nothing more of it is for this seat to see. */
  readonly href: string | null;
}

/** Items under a heading. */
export interface PaletteGroup {
  readonly heading: string;
  readonly items: readonly PaletteItem[];
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What an item can be found by: each of its words, with all that follows it. */
function beginnings(label: string): readonly string[] {
  const words = folded(label).split(/[\s&]+/);
  return words.map((_, at) => words.slice(at).join(' '));
}

/** The items one of whose words begins with what was typed, whatever its accents and capitals. */
export function matching(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const wanted = folded(typed.trim());
  return items.filter((item) => beginnings(item.label).some((beginning) => beginning.startsWith(wanted)));
}
