import type { Story } from '#design-system/story.ts';
import { Card } from './card.tsx';

export const story: Story = {
  name: 'Card',
  states: {
    'with a hint and a count': () => (
      <Card title="What a person must settle" aside="2 of 3 open" hint="The decision waits for these.">
        <p>Confirm who may consent for this youth.</p>
      </Card>
    ),
  },
};
