import type { Story } from '#design-system/story.ts';
import { SideBySide } from './side-by-side.tsx';

export const story: Story = {
  name: 'SideBySide',
  states: {
    'two people who may be one': () => (
      <SideBySide
        caption="Two people who may be one"
        leftName="Luz Vargas"
        rightName="Lucia Vargas"
        fields={[
          { label: 'Date of birth', left: '4 March 2015', right: '4 March 2015', match: 'same' },
          { label: 'Phone', left: '908 555 0142', right: '(908) 555-0142', match: 'alike' },
          { label: 'County', left: 'Union', right: 'Essex', match: 'differs' },
          { label: 'CYBER number', left: '', right: '40017', match: 'differs' },
        ]}
      />
    ),
  },
};
