import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { download } from '#web/staff/data/download.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { readPacks, readPlanDefinition } from '../contract.ts';
import { sayInstant } from './as-known/instants.ts';
import { fingerprint } from './fingerprint.ts';
import { OwnNumbers } from './own-numbers.tsx';
import styles from './policy.module.css';
import { PACKS } from './words.ts';

type Packs = AnswerOf<typeof readPacks>;

/** Which packs of rules are in force, what they came from, and what is left out. */
export default function PacksPage() {
  const packs = useRead(readPacks, {});
  return (
    <WithPanel>
      <PageHeader title={PACKS.title} summary={PACKS.hint} />
      {packs.isPending ? <LoadingState label={PACKS.loading} /> : null}
      {packs.isError ? (
        <FailedState title={PACKS.failed} kept={PACKS.kept} onRetry={() => void packs.refetch()} />
      ) : null}
      <div className={styles.stack}>
        {packs.data?.packs.map((pack) => (
          <Pack key={pack.id} pack={pack} />
        ))}
        {packs.data?.packs.map(({ id }) => (
          <OwnNumbers key={id} pack={id} />
        ))}
        {packs.data ? <Calendars calendars={packs.data.calendars} /> : null}
      </div>
    </WithPanel>
  );
}

function Pack({ pack }: { readonly pack: Packs['packs'][number] }) {
  return (
    <Card
      title={pack.title.en}
      aside={PACKS.clauses(pack.clauses, pack.rules)}
      hint={
        <>
          {PACKS.version} {pack.version}, {PACKS.since} <DayText day={pack.from} today="1900-01-01" />
          {pack.reviewBy ? (
            <>
              , {PACKS.reviewBy} <DayText day={pack.reviewBy} today="1900-01-01" />
            </>
          ) : null}{' '}
          {pack.reviewOverdue ? <Chip tone="marigold">{PACKS.reviewOverdue}</Chip> : null}
        </>
      }
    >
      <p>
        <a href={`/app/policy/${pack.id}`}>{PACKS.open}</a>
      </p>
      <PlanDefinition pack={pack.id} />
      <details className={styles.more}>
        <summary>{PACKS.sources}</summary>
        <ul>
          {pack.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
      {pack.notLoaded.length > 0 ? (
        <details className={styles.more}>
          <summary>{PACKS.notLoaded}</summary>
          <ul>
            {pack.notLoaded.map(({ name, why }) => (
              <li key={name}>
                <strong>{name}</strong>: {why}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <details className={styles.more}>
        <summary>{PACKS.editions}</summary>
        <ul>
          {pack.editions.map(({ version, hash, calendarHash, recordedAt }) => (
            <li key={recordedAt}>
              {PACKS.version} {version}, {PACKS.since} <time dateTime={recordedAt}>{sayInstant(recordedAt)}</time>:{' '}
              {PACKS.rules} <code className={styles.code}>{fingerprint(hash)}</code>, {PACKS.calendar}{' '}
              <code className={styles.code}>{fingerprint(calendarHash)}</code>
            </li>
          ))}
        </ul>
      </details>
      <p className={styles.hash}>
        {PACKS.hash} <code className={styles.code}>{pack.hash}</code>
      </p>
    </Card>
  );
}

/** The pack as a file for another program. */
function PlanDefinition({ pack }: { readonly pack: string }) {
  const [failed, setFailed] = useState(false);
  const save = () => {
    setFailed(false);
    download(readPlanDefinition, { params: { pack }, as: `${pack}-plan-definition.json` }).catch(() => setFailed(true));
  };
  return (
    <div className={styles.save}>
      <Button variant="default" size="xs" onClick={save}>
        {PACKS.planDefinition}
      </Button>
      <span className={styles.small}>{PACKS.planDefinitionHint}</span>
      {failed ? (
        <span className={styles.wrong} role="alert">
          {PACKS.planDefinitionFailed}
        </span>
      ) : null}
    </div>
  );
}

function Calendars({ calendars }: { readonly calendars: Packs['calendars'] }) {
  return (
    <Card title={PACKS.calendars}>
      {calendars.map((calendar) => (
        <div key={calendar.id} className={styles.calendar}>
          <h3 className={styles.subhead}>{calendar.title}</h3>
          <p className={styles.small}>{calendar.source}</p>
          <ul className={styles.ahead} aria-label={PACKS.ahead}>
            {calendar.ahead.slice(0, 6).map((day) => (
              <li key={`${day.day} ${day.name}`}>
                <DayText day={day.day} /> {day.name} {day.unsure ? <Chip tone="marigold">{PACKS.unsure}</Chip> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}
