import type { ReactNode } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { Tabs } from '#design-system/page/tabs.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { useCounts } from '#web/staff/session/use-counts.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import styles from './audit.module.css';
import { PARTS } from './words.ts';

const TABS = [
  { href: '/app/audit', label: PARTS.trail, permission: 'audit.read' },
  { href: '/app/audit/emergency', label: PARTS.emergency, permission: 'emergency.review' },
  { href: '/app/audit/redactions', label: PARTS.redactions, permission: 'audit.read' },
] as const;

export interface AuditFrameProps {
  readonly title: string;
  readonly hint: string;
  readonly current: (typeof TABS)[number]['href'];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The privacy officer's pages, each a link from the others. */
export function AuditFrame({ title, hint, current, actions, children }: AuditFrameProps) {
  const may = useMay();
  const toReview = useCounts(may('worklist.read'))?.emergencies || undefined;
  const tabs = TABS.filter(({ permission }) => may(permission)).map((tab) => ({
    ...tab,
    count: tab.href === '/app/audit/emergency' ? toReview : undefined,
  }));
  return (
    <WithPanel>
      <PageHeader title={title} actions={actions} />
      <p className={styles.hint}>{hint}</p>
      <div className={styles.tabs}>
        <Tabs label={PARTS.label} tabs={tabs} current={current} />
      </div>
      <div className={styles.stack}>{children}</div>
    </WithPanel>
  );
}
