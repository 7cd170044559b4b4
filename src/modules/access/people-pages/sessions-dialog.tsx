import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { endSessionsOf, readSessionsOf } from '../contract.ts';
import type { SeatChangeProps } from './asked.ts';
import { useCarefulWrite } from './careful-write.tsx';
import styles from './people.module.css';
import { sayInstant } from './say-when.ts';
import { FORMS, REFUSALS } from './words.ts';

const words = FORMS.sessions;

/** Where somebody is signed in, each session to be ended from here, or all of them. */
export function SessionsDialog({ line, onDone, onClose }: SeatChangeProps) {
  const { name, id: person } = line.person;
  const read = useRead(readSessionsOf, { params: { person } });
  const write = useCarefulWrite(endSessionsOf, ({ ended }) => onDone(words.done(name, ended)));
  const [identified] = useWriteId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const lacksReason = reason.trim().length < 3;
  const end = (session: string | null) => {
    setTried(true);
    if (!lacksReason) write.send({ body: identified({ person, session, reason: reason.trim() }) });
  };
  const sessions = read.data?.sessions ?? [];
  const stopped = write.error ?? read.error;
  return (
    <>
      <Modal opened={!write.proving} onClose={onClose} title={words.title(name)}>
        <div className={styles.form}>
          <p className={styles.says}>{words.says}</p>
          {read.isPending ? <LoadingState label={words.title(name)} rows={2} /> : null}
          {read.isError && !stopped?.problem ? (
            <FailedState title={words.failed} kept={words.kept} onRetry={() => void read.refetch()} />
          ) : null}
          {read.data && sessions.length === 0 ? <p>{words.none}</p> : null}
          {sessions.length > 0 ? (
            <Textarea
              label={words.why}
              rows={2}
              maxLength={2000}
              value={reason}
              error={tried && lacksReason ? FORMS.missing : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <ul className={styles.decided}>
            {sessions.map(({ id, device, startedAt, lastSeenAt }) => (
              <li key={id} className={styles.session}>
                <span>
                  {device ?? words.unknown}
                  <br />
                  <span className={styles.small}>{words.since(sayInstant(startedAt), sayInstant(lastSeenAt))}</span>
                </span>
                <Button
                  size="xs"
                  variant="default"
                  loading={write.busy}
                  aria-label={words.endOne(device ?? words.unknown)}
                  onClick={() => end(id)}
                >
                  {words.end}
                </Button>
              </li>
            ))}
          </ul>
          <WriteFailed error={stopped?.problem ? stopped : null} refusals={REFUSALS} />
          <div className={styles.choices}>
            <Button variant="default" onClick={onClose}>
              {FORMS.back}
            </Button>
            {sessions.length > 0 ? (
              <Button color="brick" loading={write.busy} onClick={() => end(null)}>
                {words.endAll}
              </Button>
            ) : null}
          </div>
        </div>
      </Modal>
      {write.dialog}
    </>
  );
}
