import { useState } from 'react';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { addAbsence, endAbsence, endSeat, setSupervisor } from '../contract.ts';
import { coversCharts } from '../people/who-covers.ts';
import type { SeatChangeProps } from './asked.ts';
import { useCarefulWrite } from './careful-write.tsx';
import { DayField, SeatField } from './fields.tsx';
import { FormDialog, wrongFields } from './form-dialog.tsx';
import styles from './people.module.css';
import { linesOf, othersOf } from './seat-lines.ts';
import { FORMS } from './words.ts';

const { fields } = FORMS;

/** Who supervises a seat from a day on, or nobody. */
export function SupervisorDialog({ people, line, today, onDone, onClose }: SeatChangeProps) {
  const [identified] = useWriteId();
  const [supervisor, setSeat] = useState(line.seat.supervisor ?? '');
  const [from, setFrom] = useState(today);
  const { name } = line.person;
  const write = useCarefulWrite(setSupervisor, () => onDone(FORMS.supervisor.done(name)));
  const wrong = wrongFields(write, {});
  const submit = () => write.send({ body: identified({ seat: line.seat.id, supervisor: supervisor || null, from }) });
  return (
    <FormDialog
      {...{ title: FORMS.supervisor.title(name), says: FORMS.supervisor.says, confirm: FORMS.supervisor.confirm }}
      {...{ write, onSubmit: submit, onClose }}
    >
      <SeatField
        label={fields.supervisor}
        none={FORMS.nobody}
        seats={othersOf(linesOf(people.people), line.seat.id, today)}
        value={supervisor}
        error={wrong['supervisor']}
        onChange={setSeat}
      />
      <DayField label={fields.from} value={from} error={wrong['from']} onChange={setFrom} />
    </FormDialog>
  );
}

/** The last day of a seat. */
export function EndSeatDialog({ line, today, onDone, onClose }: SeatChangeProps) {
  const [identified] = useWriteId();
  const [to, setTo] = useState(today);
  const { name } = line.person;
  const write = useCarefulWrite(endSeat, ({ chartsLeft }) => onDone(FORMS.end.done(name, chartsLeft)));
  const wrong = wrongFields(write, {});
  return (
    <FormDialog
      {...{ title: FORMS.end.title(name), says: FORMS.end.says, confirm: FORMS.end.confirm, danger: true }}
      {...{ write, onSubmit: () => write.send({ body: identified({ seat: line.seat.id, to }) }), onClose }}
    >
      <DayField label={fields.to} value={to} error={wrong['to']} onChange={setTo} />
    </FormDialog>
  );
}

/** Days away, and who covers. */
export function AbsenceDialog({ people, line, today, onDone, onClose }: SeatChangeProps) {
  const [identified] = useWriteId('absence');
  const [cover, setCover] = useState('');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [tried, setTried] = useState(false);
  const { name } = line.person;
  const write = useCarefulWrite(addAbsence, () => onDone(FORMS.absence.done(name)));
  const wrong = wrongFields(write, tried ? { cover: cover === '' && FORMS.missing } : {});
  const submit = () => {
    setTried(true);
    if (cover !== '') write.send({ body: identified({ seat: line.seat.id, cover, from, to }) });
  };
  return (
    <FormDialog
      {...{ title: FORMS.absence.title(name), says: FORMS.absence.says, confirm: FORMS.absence.confirm }}
      {...{ write, onSubmit: submit, onClose }}
    >
      <SeatField
        label={fields.cover}
        none={FORMS.choose}
        seats={othersOf(linesOf(people.people), line.seat.id, today).filter(({ seat }) => coversCharts(seat.capacity))}
        value={cover}
        error={wrong['cover']}
        onChange={setCover}
      />
      <div className={styles.two}>
        <DayField label={fields.from} value={from} error={wrong['from']} onChange={setFrom} />
        <DayField label={fields.to} min={from} value={to} error={wrong['to']} onChange={setTo} />
      </div>
    </FormDialog>
  );
}

/** Cover that ends earlier than planned. */
export function EndAbsenceDialog({
  line,
  absence,
  today,
  onDone,
  onClose,
}: SeatChangeProps & { readonly absence: string }) {
  const [identified] = useWriteId();
  const [to, setTo] = useState(today);
  const { name } = line.person;
  const write = useCarefulWrite(endAbsence, () => onDone(FORMS.endAbsence.done(name)));
  const wrong = wrongFields(write, {});
  return (
    <FormDialog
      {...{ title: FORMS.endAbsence.title(name), says: FORMS.endAbsence.says, confirm: FORMS.endAbsence.confirm }}
      {...{ write, onSubmit: () => write.send({ body: identified({ absence, to }) }), onClose }}
    >
      <DayField label={fields.to} value={to} error={wrong['to']} onChange={setTo} />
    </FormDialog>
  );
}
