import { useCallback, useMemo } from 'react';
import { Tabs } from '#design-system/page/tabs.tsx';
import { RecordHeader } from '#design-system/record/record-header.tsx';
import { talksIn } from '#modules/youth/languages.ts';
import { planWords } from '#modules/youth/pages/plan-words.ts';
import { useGo, usePagePath } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { currentItem } from '#web/staff/shell/nav-item.ts';
import type { Overview } from '../../contract.ts';
import { nameOf, sayCoverage, sayDay, stageWords } from '../say.ts';
import { words } from '../words.ts';

const TABS = [
  ['overview', '', 'chart.read'],
  ['timeline', '/timeline', 'chart.read'],
  ['notes', '/notes', 'chart.read'],
  ['family', '/family', 'chart.read'],
  ['referral', null, 'referral.read'],
  ['policy', '/policy', 'duty.explain'],
  ['related', '/related', 'relation.read'],
  ['looks', '/looks', 'chart.looks'],
] as const;

/** Who a chart is about, and its parts as links. */
export function ChartHeader({ overview }: { readonly overview: Overview }) {
  const go = useGo();
  const may = useMay();
  const { header, today } = overview;
  const base = `/app/youth/${header.id}`;
  const mayNote = may('contact.record');
  const newNote = useCallback(() => go(`${base}/notes/new`), [go, base]);
  const about = useMemo(() => headerOf(header, today), [header, today]);
  const tabs = TABS.filter(([, , permission]) => may(permission)).map(([name, path]) => ({
    label: words.tabs[name],
    href: path === null ? `/app/referrals/${header.id}` : `${base}${path}`,
  }));
  const current = currentItem(tabs, usePagePath());
  return (
    <>
      <RecordHeader {...about} faceSheetHref={`${base}/face-sheet`} onNote={mayNote ? newNote : undefined} />
      <Tabs label={words.tabs.label} tabs={tabs} current={current?.href ?? base} />
    </>
  );
}

/** What the record header says, from what the chart says. */
function headerOf(header: Overview['header'], today: string) {
  const { youth, coverage, careManager, alerts, stage, stageSince, missingSince } = header;
  const legal = `${youth.legalFirst} ${youth.legalLast}`;
  const stageSaid = stageWords(stage);
  return {
    preferredName: nameOf(header),
    legalName: legal === nameOf(header) ? undefined : legal,
    pronouns: youth.pronouns ?? undefined,
    age: youth.age ?? undefined,
    language: [talksIn(youth.languages), youth.interpreter ? words.header.interpreter : null]
      .filter(Boolean)
      .join(', '),
    alerts: [
      ...(missingSince ? [words.header.missing(sayDay(missingSince, today))] : []),
      ...alerts.map((alert) => alert.words),
    ],
    coverage: coverage.map((one) => (one.plan ? planWords(one.plan) : sayCoverage(one))),
    careManager: careManager ? words.header.careManager(careManager.name) : words.header.noCareManager,
    stage: {
      label: stageSince
        ? words.header[stageSince > today ? 'planned' : 'since'](stageSaid, sayDay(stageSince, today))
        : stageSaid,
      tone: 'stone' as const,
    },
  };
}
