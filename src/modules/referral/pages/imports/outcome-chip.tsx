import { Chip } from '#design-system/page/chip.tsx';
import type { Tone } from '#design-system/tone.ts';
import { IMPORTED } from './import-words.ts';

const TONES: Readonly<Record<string, Tone>> = {
  registered: 'moss',
  'with-tasks': 'marigold',
  unreadable: 'brick',
  'already-here': 'stone',
};

/** What became, or would become, of a row. */
export function OutcomeChip({ outcome }: { readonly outcome: string }) {
  const words: Readonly<Record<string, string>> = IMPORTED.outcomes;
  return (
    <span>
      <Chip tone={TONES[outcome] ?? 'stone'}>{words[outcome] ?? outcome}</Chip>
    </span>
  );
}
