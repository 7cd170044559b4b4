import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { addAbsence, type readPeople } from '../contract/people.ts';
import { CAPACITY_LABEL } from '../model.ts';
import styles from './people.module.css';
import { PEOPLE } from './words.ts';

type People = AnswerOf<typeof readPeople>['people'];

/** Somebody is away from a day to a day, and who covers. */
export function ArrangeCover({ people }: { readonly people: People }) {
  const [ids, setIds] = useState(() => ({ id: newId(), absence: newId() }));
  const [values, setValues] = useState({ seat: '', cover: '', from: '', to: '' });
  const [tried, setTried] = useState(false);
  const add = useWrite(addAbsence, {
    changes: ['people', 'caseload'],
    onDone: () => {
      setIds({ id: newId(), absence: newId() });
      setValues({ seat: '', cover: '', from: '', to: '' });
      setTried(false);
    },
  });
  const { seat, cover, from, to } = values;
  const wrong = seat === '' || cover === '' || seat === cover || from === '' || to < from;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) add.mutate({ body: { ...ids, ...values } });
  };
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const options = [
    { value: '', label: PEOPLE.choose },
    ...people.flatMap(({ name, seats }) =>
      seats
        .filter((one) => one.to === null)
        .map((one) => ({ value: one.id, label: `${name}, ${CAPACITY_LABEL[one.capacity]}` })),
    ),
  ];
  return (
    <Card title={PEOPLE.cover} hint={PEOPLE.coverHint}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <NativeSelect
          label={PEOPLE.who}
          value={seat}
          onChange={(event) => set({ seat: event.currentTarget.value })}
          data={options}
        />
        <NativeSelect
          label={PEOPLE.by}
          value={cover}
          onChange={(event) => set({ cover: event.currentTarget.value })}
          data={options}
        />
        <TextInput
          type="date"
          label={PEOPLE.from}
          value={from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={PEOPLE.to}
          value={to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <div className={styles.whole} role="status">
          {tried && wrong ? <p className={styles.wrong}>{PEOPLE.needed}</p> : null}
          {add.error ? <p className={styles.wrong}>{failureWords(add.error)}</p> : null}
          {add.isSuccess && !tried ? <p>{PEOPLE.saved}</p> : null}
        </div>
        <div className={styles.whole}>
          <Button type="submit" loading={add.isPending}>
            {PEOPLE.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
