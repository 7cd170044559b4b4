import type { Story } from '#design-system/story.ts';
import { StatusMark } from './status-mark.tsx';

export const story: Story = {
  name: 'StatusMark',
  states: {
    duties: () => (
      <>
        <StatusMark status="late" words="4 days late" /> · <StatusMark status="near" words="Due tomorrow" /> ·{' '}
        <StatusMark status="target" /> · <StatusMark status="owed" /> · <StatusMark status="met" /> ·{' '}
        <StatusMark status="exempt" /> · <StatusMark status="waiting" />
      </>
    ),
    contacts: () => (
      <>
        <StatusMark status="contact-made" /> · <StatusMark status="contact-attempted" /> ·{' '}
        <StatusMark status="near-miss" />
      </>
    ),
    'shape alone': () => <StatusMark status="met" shapeOnly />,
  },
};
