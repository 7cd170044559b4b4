import type { Story } from '#design-system/story.ts';
import { DayText } from './day-text.tsx';

export const story: Story = {
  name: 'DayText',
  states: {
    'this year': () => <DayText day="2026-10-13" today="2026-10-20" />,
    today: () => <DayText day="2026-10-13" today="2026-10-13" />,
    'another year': () => <DayText day="2027-02-22" today="2026-10-13" />,
  },
};
