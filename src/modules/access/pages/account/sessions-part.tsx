import { Button } from '@mantine/core';
import { Chip } from '#design-system/page/chip.tsx';
import { call } from '#web/staff/api.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { listSessions, revokeSession } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './account.module.css';
import { Outcome } from './outcome.tsx';
import { Part } from './part.tsx';
import { useCareful } from './use-careful.tsx';
import { sayWhen } from './when.ts';

const said = words.account.sessions;

/** Where one is signed in, each to be ended from here. */
export function SessionsPart() {
  const read = useRead(listSessions, {});
  const careful = useCareful();
  return (
    <Part title={said.title}>
      <Outcome {...careful} />
      <ul className={styles.list}>
        {(read.data?.sessions ?? []).map((session) => (
          <li key={session.id}>
            <span>
              {session.device ?? said.unknown} {session.current ? <Chip tone="pine">{said.here}</Chip> : null}
              <br />
              <span className={styles.small}>
                {said.since(sayWhen(session.startedAt), sayWhen(session.lastSeenAt))}
              </span>
            </span>
            {session.current ? null : (
              <Button
                size="xs"
                variant="default"
                onClick={() => careful.run(() => call(revokeSession, { params: { id: session.id } }), said.ended)}
              >
                {said.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
