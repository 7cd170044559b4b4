import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { readWords, spokenWords } from '#modules/youth/languages.ts';
import { identifierWords, interpreterWords, supportWords } from '#modules/youth/words.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { ZONE } from '#web/staff/here.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { host } from '#web/staff/session/host.ts';
import { type Overview, openChart } from '../contract.ts';
import styles from './face/face.module.css';
import { FaceSheetFile } from './face/face-sheet-file.tsx';
import { FamilyParts } from './face/family-parts.tsx';
import { Part } from './face/part.tsx';
import { NotShown } from './frame/not-shown.tsx';
import { nameOf, sayCoverage, sayDay, sayFullDay, stageWords } from './say.ts';
import { words } from './words.ts';

/** The chart on one or two sheets of paper. Opening it is a look, like opening the chart. */
export default function FaceSheetPage() {
  const chart = usePageParam('chart');
  const read = useRead(openChart, { params: { chart } });
  if (read.isPending) return <LoadingState label={words.loading} rows={8} />;
  if (read.isError) return <NotShown read={read} />;
  return <FaceSheet overview={read.data} />;
}

const { face } = words;

function FaceSheet({ overview }: { readonly overview: Overview }) {
  const session = useQuery({ queryKey: ['session'], queryFn: host.session, staleTime: Number.POSITIVE_INFINITY });
  const { header, now } = overview;
  const at = wallTime(now, ZONE);
  const alerts = [
    ...(header.missingSince ? [words.header.missing(sayFullDay(header.missingSince))] : []),
    ...header.alerts.map((alert) => alert.words),
  ];
  return (
    <article className={styles.sheet}>
      <PageHeader
        title={nameOf(header)}
        summary={face.title}
        actions={
          <>
            <Button variant="default" component="a" href={`/app/youth/${header.id}`}>
              {face.back}
            </Button>
            <FaceSheetFile chart={header.id} />
            <Button onClick={() => window.print()}>{face.print}</Button>
          </>
        }
      />
      {alerts.length > 0 ? <p className={styles.alerts}>{alerts.join(' · ')}</p> : null}
      <div className={styles.columns}>
        <YouthPart overview={overview} />
        <CarePart overview={overview} />
      </div>
      <FamilyParts chart={header.id} />
      <div className={styles.columns}>
        <KnownPart overview={overview} />
        <OwedPart overview={overview} />
      </div>
      <p className={styles.made}>{face.made(sayFullDay(at.day), at.hour, session.data?.person.name ?? '')}</p>
    </article>
  );
}

type Pair = readonly [string, ReactNode];

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className={styles.pairs}>
      {pairs
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** `9 April 2015 (11)`, and whether the day is an estimate. */
function bornWords({ born, age, bornEstimated }: Overview['header']['youth']): string | null {
  if (born === null) return null;
  const said = [age === null ? null : String(age), bornEstimated ? face.estimated : null].filter(Boolean).join(', ');
  return said === '' ? sayFullDay(born) : `${sayFullDay(born)} (${said})`;
}

function YouthPart({ overview: { header } }: { readonly overview: Overview }) {
  const { youth, number } = header;
  return (
    <Part title={face.youth}>
      <Pairs
        pairs={[
          [face.legal, `${youth.legalFirst} ${youth.legalLast}`],
          [face.preferred, youth.preferredName],
          [face.born, bornWords(youth)],
          [face.gender, youth.gender],
          [face.pronouns, youth.pronouns],
          [face.speaks, spokenWords(youth.languages)],
          [face.reads, readWords(youth.languages)],
          [face.interpreter, interpreterWords(youth.interpreter)],
          [face.county, youth.county],
          [face.number, number],
        ]}
      />
    </Part>
  );
}

function CarePart({ overview: { header, enrolments, today } }: { readonly overview: Overview }) {
  const open = enrolments.find(({ endedOn }) => endedOn === null);
  return (
    <Part title={face.care}>
      <Pairs
        pairs={[
          [face.agency, header.agency.name],
          [face.careManager, header.careManager?.name ?? words.header.noCareManager],
          [face.stage, stageWords(header.stage)],
          [face.enrolled, open ? sayFullDay(open.startedOn) : null],
          [face.lastContact, header.lastContactOn ? sayDay(header.lastContactOn, today) : words.overview.never],
        ]}
      />
    </Part>
  );
}

function KnownPart({ overview: { header, school, identifiers } }: { readonly overview: Overview }) {
  const coverage = header.coverage.map((one) => [sayCoverage(one), one.memberNumber].filter(Boolean).join(', '));
  const schools = school.map(({ name, district, grade, support }) =>
    [name, district, grade, support && support !== 'unknown' ? supportWords(support) : null].filter(Boolean).join(', '),
  );
  const numbers = identifiers
    .filter(({ kind }) => kind !== 'referral')
    .map(({ kind, value }) => identifierWords(kind, value));
  return (
    <Part title={words.overview.known}>
      <Pairs
        pairs={[
          [face.coverage, coverage.join('; ') || face.none],
          [face.school, schools.join('; ') || face.none],
          [face.numbers, numbers.join('; ')],
        ]}
      />
    </Part>
  );
}

/** As many as fit on the sheet. */
const MOST_OWED = 8;

function OwedPart({ overview: { owed, today } }: { readonly overview: Overview }) {
  const open = owed
    .filter(({ state, standing }) => (state === 'open' || state === 'partial') && standing !== 'exempted')
    .slice(0, MOST_OWED);
  return (
    <Part title={face.owed}>
      {open.length === 0 ? <p>{words.overview.nothingOwed}</p> : null}
      <ul className={styles.owed}>
        {open.map(({ key, title, due }) => (
          <li key={key}>
            {sayDay(due, today)}: {title}
          </li>
        ))}
      </ul>
    </Part>
  );
}
