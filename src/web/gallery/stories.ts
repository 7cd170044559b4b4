import type { Story } from '#design-system/story.ts';

const found = import.meta.glob<{ story: Story }>('../../{design-system,web,modules}/**/*.stories.tsx', { eager: true });

/** Every part's story, by name. A new `*.stories.tsx` appears by itself. */
export const stories: readonly Story[] = Object.values(found)
  .map((file) => file.story)
  .sort((a, b) => a.name.localeCompare(b.name));
