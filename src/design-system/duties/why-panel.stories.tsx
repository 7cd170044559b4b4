import { Button } from '@mantine/core';
import type { Story } from '#design-system/story.ts';
import { WhyPanel, type WhyPanelProps } from './why-panel.tsx';

const contact: WhyPanelProps = {
  clause: { label: 'N.J. CMO · contact', tone: 'pine', href: '#clause' },
  title: 'First contact with the family',
  subtitle: 'Luz V. · due today by 14:20',
  why: ['24 hours after the referral was received on Monday 12 October at 14:20.'],
  workedOut: ['Hours: 24 (two CMOs’ pages)', 'An attempt counts: no (Kinfold’s own)'],
  source: 'two CMOs’ public pages',
  strength: 'target',
  meets: [
    { status: 'contact-attempted', text: 'A contact made with a parent, caregiver or the youth' },
    { status: 'near-miss', text: 'Not an attempt: call at 09:05 left a message' },
  ],
  actions: (
    <>
      <Button>Record contact</Button>
      <Button variant="default">Left a message</Button>
      <Button variant="default">Exempt…</Button>
    </>
  ),
  beforeAndAfter: [
    { status: 'met', text: 'Referral accepted', note: 'Mon 15:02, R. Osei' },
    { status: 'met', text: 'Assigned to you', note: 'Mon 15:10' },
    { status: 'owed', text: 'Family Crisis Plan', note: 'Mon 19 Oct' },
    { status: 'owed', text: 'First team meeting, service plan', note: 'Wed 11 Nov' },
  ],
  onClose: () => undefined,
};

export const story: Story = {
  name: 'WhyPanel',
  states: {
    'a target': () => <WhyPanel {...contact} />,
    'with what was decided': () => (
      <WhyPanel
        {...contact}
        decided={[
          {
            what: 'Need not be done',
            by: 'D. Whitfield, Mon 12 Oct, 16:02',
            words: 'The family is with relatives until Friday.',
          },
          { what: 'Taken back', by: 'R. Osei, Tue 13 Oct, 09:10', words: 'They came home early.' },
        ]}
      />
    ),
    'a rule, late, nothing near': () => (
      <WhyPanel
        {...contact}
        clause={{ label: 'CM-040 · 5.3', tone: 'brick', href: '#clause' }}
        title="Contact after discharge"
        subtitle="Sol K. · 2 days late"
        strength="rule"
        source="PerformCare CM-040"
        workedOut={[]}
        meets={[]}
        beforeAndAfter={[]}
        actions={null}
      />
    ),
  },
};
