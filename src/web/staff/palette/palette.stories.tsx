import type { Story } from '#design-system/story.ts';
import { Palette } from './palette.tsx';

const places = ['Today', 'Youth', 'Referrals', 'Caseload'].map((label) => ({ id: label, label, href: `/${label}` }));
const nothing = () => undefined;

export const story: Story = {
  name: 'Palette',
  screen: true,
  states: {
    search: () => (
      <Palette
        open
        title="Search"
        places={places}
        find={async (text) => [
          { id: '1', label: `${text}a Vargas`, note: '11 · Union County', href: '/youth/1' },
          { id: '2', label: `${text}a Vega`, note: 'Known, held by FACT · born 2015', href: null },
        ]}
        onChoose={nothing}
        onClose={nothing}
      />
    ),
  },
};
