import type { Story } from '#design-system/story.ts';
import { Countdown } from './countdown.tsx';

const nothing = () => undefined;

export const story: Story = {
  name: 'Countdown',
  states: {
    'two minutes left': () => <Countdown secondsLeft={120} onStay={nothing} onLock={nothing} />,
    'seconds left': () => <Countdown secondsLeft={9} onStay={nothing} onLock={nothing} />,
  },
};
