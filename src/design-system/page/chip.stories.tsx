import type { Story } from '#design-system/story.ts';
import { Chip } from './chip.tsx';

export const story: Story = {
  name: 'Chip',
  states: {
    'one of each colour': () => (
      <>
        <Chip tone="pine">Contact</Chip> <Chip tone="brick">ISP review</Chip> <Chip tone="marigold">Target</Chip>{' '}
        <Chip tone="sky">Meeting</Chip> <Chip tone="moss">Met</Chip> <Chip tone="plum">Stay</Chip> <Chip>Coverage</Chip>
      </>
    ),
  },
};
