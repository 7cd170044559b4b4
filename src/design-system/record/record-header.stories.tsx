import type { Story } from '#design-system/story.ts';
import { RecordHeader, type RecordHeaderProps } from './record-header.tsx';

const luz: RecordHeaderProps = {
  preferredName: 'Luz Vargas',
  pronouns: 'she',
  age: 11,
  language: 'Spanish, interpreter for mother',
  alerts: ['Safety: see crisis plan'],
  coverage: ['Horizon NJ Health'],
  careManager: 'Care manager: R. Osei',
  stage: { label: 'Enrolled 13 Oct 2026 · planning', tone: 'stone' },
  faceSheetHref: '#face-sheet',
  onNote: () => undefined,
};

export const story: Story = {
  name: 'RecordHeader',
  states: {
    'all there is': () => <RecordHeader {...luz} />,
    'another legal name, many alerts': () => (
      <RecordHeader
        {...luz}
        legalName="Lucía Vargas Ortiz"
        agency="Union County CMO"
        alerts={['Safety: see crisis plan', 'Missing since Mon 12 Oct', 'No contact with J. V.']}
      />
    ),
    'referred yesterday, read only': () => (
      <RecordHeader preferredName="Sol" alerts={[]} coverage={[]} faceSheetHref="#face-sheet" />
    ),
  },
};
