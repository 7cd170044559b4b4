import { Button } from '@mantine/core';
import { IconBook2, IconInbox, IconListCheck, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { DutyGroup } from '#design-system/duties/duty-group.tsx';
import { DutyRow } from '#design-system/duties/duty-row.tsx';
import { story as why } from '#design-system/duties/why-panel.stories.tsx';
import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import type { Story } from '#design-system/story.ts';
import type { StaffSession } from '../session/session.ts';
import { StaffShell } from './staff-shell.tsx';

const seat = {
  id: 'a',
  code: 'care-manager',
  capacity: 'Care manager',
  agency: 'Union County',
  programme: 'nj-cmo',
} as const;
const session: StaffSession = {
  person: { id: 'p', name: 'R. Osei', locale: 'en' },
  seats: [seat, { id: 'b', code: 'on-call', capacity: 'On-call worker', agency: 'Union County', programme: 'nj-cmo' }],
  seat,
  permissions: [],
  means: { password: true, passkey: false, provider: null },
  idleMinutes: 15,
  demonstration: true,
};

const items = [
  { href: '/app', label: 'Today', count: 23, icon: IconListCheck },
  { href: '/youth', label: 'Youth', count: 14, icon: IconUsers },
  { href: '/referrals', label: 'Referrals', count: 5, icon: IconInbox },
  { href: '/caseload', label: 'Caseload' },
  { href: '/policy', label: 'Policy' },
  { href: '/directory', label: 'Directory', icon: IconBook2 },
  { href: '/people', label: 'People & seats' },
  { href: '/audit', label: 'Audit' },
];

const nothing = () => undefined;
const today = '2026-10-13';

function NextDays() {
  return (
    <DutyGroup time="soon" count="9" href="?soon">
      <DutyRow
        href="#5"
        title="Face to face this month"
        youth="Amina R."
        age={14}
        due="2026-10-15"
        today={today}
        chip={{ label: 'Contact', tone: 'pine' }}
      />
      <DutyRow
        href="#6"
        title="Offer of a family support partner"
        youth="Luz V."
        age={11}
        due="2026-10-15"
        today={today}
        chip={{ label: 'Target', tone: 'marigold' }}
      />
      <DutyRow
        href="#7"
        title="Medicaid file"
        youth="Priya D."
        age={6}
        due="2026-10-16"
        today={today}
        reason="30 days after enrolment"
        chip={{ label: 'Coverage', tone: 'pine' }}
      />
    </DutyGroup>
  );
}

function Duties() {
  return (
    <>
      <DutyGroup time="late" count="4" href="?late">
        <DutyRow
          href="#1"
          title="Review of the service plan"
          youth="Amina R."
          age={14}
          due="2026-10-09"
          today={today}
          reason="90 days after the last submission on 11 July"
          chip={{ label: 'ISP review', tone: 'brick' }}
        />
        <DutyRow
          href="#2"
          title="Weekly call"
          youth="Jonah T."
          age={9}
          due="2026-10-12"
          today={today}
          reason="Two attempts this week, not yet reached"
          chip={{ label: 'Contact', tone: 'brick' }}
        />
      </DutyGroup>
      <DutyGroup time="today" count="3" href="?today">
        <DutyRow
          href="#3"
          title="First contact with the family"
          youth="Luz V."
          age={11}
          due={today}
          today={today}
          dueAt="by 14:20"
          reason="Referred by PerformCare yesterday 14:20"
          action={<Button size="sm">Record contact</Button>}
          selected
        />
        <DutyRow
          href="#4"
          title="Family Crisis Plan"
          youth="Mateo V."
          age={13}
          due={today}
          today={today}
          reason="One week after referral"
          chip={{ label: 'Crisis plan', tone: 'pine' }}
        />
      </DutyGroup>
      <NextDays />
    </>
  );
}

function Worklist({ offline }: { readonly offline: boolean }) {
  const [open, setOpen] = useState(true);
  const panel = open ? why.states['a target']?.() : null;
  return (
    <StaffShell
      session={session}
      items={items}
      path="/app"
      offline={offline}
      keptHere={offline}
      onSearch={nothing}
      onNote={nothing}
      onKeys={nothing}
      onSeat={nothing}
      onLock={nothing}
      onSignOut={nothing}
    >
      <WithPanel panel={panel}>
        <PageHeader
          title="Tuesday, 13 October"
          summary="4 late · 3 today · 9 in the next 7 days"
          actions={
            <Button variant="default" onClick={() => setOpen(!open)}>
              Why
            </Button>
          }
        />
        <div style={{ marginBottom: 20 }}>
          <FilterPills
            label="Whose duties"
            current="#mine"
            pills={[
              { label: 'Mine', href: '#mine', count: 23 },
              { label: 'My team', href: '#team', count: 141 },
              { label: 'Unassigned', href: '#unassigned', count: 6 },
              { label: 'Waiting on others', href: '#waiting', count: 11 },
            ]}
          />
        </div>
        <Duties />
      </WithPanel>
    </StaffShell>
  );
}

export const story: Story = {
  name: 'StaffShell',
  screen: true,
  states: {
    'a worklist': () => <Worklist offline={false} />,
    offline: () => <Worklist offline />,
  },
};
