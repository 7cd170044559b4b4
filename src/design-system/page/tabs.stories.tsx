import type { Story } from '#design-system/story.ts';
import { Tabs } from './tabs.tsx';

const tabs = [
  'Overview',
  'Timeline',
  'Team',
  'Plan',
  'Crisis plan',
  'Needs & strengths',
  'Documents',
  'Who looked',
].map((label) => ({ label, href: `#${label}` }));

export const story: Story = {
  name: 'Tabs',
  states: { 'a chart': () => <Tabs label="Luz’s chart" tabs={tabs} current="#Overview" /> },
};
