import { Button } from '@mantine/core';
import type { Story } from '#design-system/story.ts';
import { PageHeader } from './page-header.tsx';

export const story: Story = {
  name: 'PageHeader',
  states: {
    'title and counts': () => (
      <PageHeader title="Tuesday, 13 October" summary="4 late · 3 today · 9 in the next 7 days" />
    ),
    'with an action': () => <PageHeader title="Referrals" actions={<Button>Register a referral</Button>} />,
  },
};
