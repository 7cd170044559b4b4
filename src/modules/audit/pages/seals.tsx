import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '#design-system/page/card.tsx';
import { call } from '#web/staff/api.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { readSeals, verifySeals } from '../contract.ts';
import styles from './audit.module.css';
import { TRAIL } from './words.ts';

/** How far the seals have come, and the whole chain worked out again when somebody asks. */
export function Seals() {
  const seals = useRead(readSeals, {});
  const check = useQuery({
    queryKey: ['audit.verify'],
    queryFn: ({ signal }) => call(verifySeals, {}, signal),
    enabled: false,
  });
  if (!seals.data) return null;
  const { last, unsealed } = seals.data;
  return (
    <Card title={TRAIL.seals} hint={TRAIL.sealsHint}>
      <p>
        {last ? TRAIL.last(last.number, last.sealedAt.slice(0, 10)) : TRAIL.noSeal} {TRAIL.waiting(unsealed)}
      </p>
      <Button variant="default" onClick={() => void check.refetch()} loading={check.isFetching}>
        {TRAIL.verify}
      </Button>
      <div role="status">
        {check.data ? (
          <p className={check.data.ok ? styles.good : styles.bad}>
            {check.data.ok ? TRAIL.good(check.data.seals, check.data.events) : TRAIL.bad(check.data.problems.length)}
          </p>
        ) : null}
        {check.isError ? <p className={styles.bad}>{TRAIL.failed}</p> : null}
      </div>
    </Card>
  );
}
