import type { Story } from '#design-system/story.ts';
import { Paging } from './paging.tsx';

const turn = () => undefined;

export const story: Story = {
  name: 'Paging',
  states: {
    'the first of many': () => <Paging from={1} to={50} total={141} onNext={turn} />,
    'in the middle, without a total': () => <Paging from={51} to={100} onPrevious={turn} onNext={turn} />,
    'all there is': () => <Paging from={1} to={3} total={3} />,
  },
};
