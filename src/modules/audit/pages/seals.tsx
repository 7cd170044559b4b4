import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '#design-system/page/card.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { readSeals, verifySeals } from '../contract.ts';
import styles from './audit.module.css';
import { sayInstant } from './say-instant.ts';
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
        {last ? TRAIL.last(last.number, sayInstant(last.sealedAt)) : TRAIL.noSeal} {TRAIL.waiting(unsealed)}
      </p>
      <Button variant="default" onClick={() => void check.refetch()} loading={check.isFetching}>
        {TRAIL.verify}
      </Button>
      <div role="status">
        {check.data ? (
          <p className={check.data.ok ? styles.good : styles.bad}>
            {check.data.ok ? TRAIL.good(check.data.seals, check.data.events) : TRAIL.bad(check.data.problems.length)}{' '}
            {check.data.headsOutside ? TRAIL.outside : TRAIL.notOutside}
          </p>
        ) : null}
        {check.data && check.data.problems.length > 0 ? <Problems found={check.data.problems} /> : null}
        {check.data && check.data.lost.length > 0 ? <p className={styles.bad}>{TRAIL.lost(check.data.lost)}</p> : null}
        {check.isError ? <p className={styles.bad}>{TRAIL.failed}</p> : null}
      </div>
    </Card>
  );
}

type Found = AnswerOf<typeof verifySeals>['problems'];

/** Where the chain does not hold, for whoever has to find out why. */
function Problems({ found }: { readonly found: Found }) {
  const places = (one: Found[number]) =>
    [
      one.era === undefined ? null : TRAIL.era(one.era),
      one.seal === undefined ? null : TRAIL.sealNo(one.seal),
      one.event === undefined ? null : TRAIL.rowNo(one.event),
    ]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <ul>
      {found.slice(0, MOST_SHOWN).map((one) => (
        <li key={`${one.code} ${places(one)}`}>
          {one.code.replaceAll('-', ' ')}
          {places(one) ? `: ${places(one)}` : ''}
        </li>
      ))}
    </ul>
  );
}

const MOST_SHOWN = 50;
