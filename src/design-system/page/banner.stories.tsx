import type { Story } from '#design-system/story.ts';
import { Banner } from './banner.tsx';

export const story: Story = {
  name: 'Banner',
  states: {
    demonstration: () => <Banner tone="pine">Demonstration. Everybody here is invented.</Banner>,
    offline: () => <Banner tone="marigold">No connection. What you write is kept on this page and sent later.</Banner>,
    stopped: () => <Banner tone="brick">Kinfold is being updated. Reading works, saving waits.</Banner>,
  },
};
