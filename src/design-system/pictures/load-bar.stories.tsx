import type { Story } from '#design-system/story.ts';
import { LoadBar } from './load-bar.tsx';

export const story: Story = {
  name: 'LoadBar',
  states: {
    'room, full, over': () => (
      <>
        <LoadBar name="R. Osei" carrying={12} ratio={14} />
        <LoadBar name="T. Marsh" carrying={14} ratio={14} />
        <LoadBar name="A. Delacroix" carrying={19} ratio={14} />
        <LoadBar name="New care manager" carrying={0} ratio={14} />
      </>
    ),
  },
};
