import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { instantOf } from '#platform/clock/zoned-time.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { addShift, type readRoster } from '../../contract/on-call.ts';
import { CAPACITY_LABEL } from '../../model.ts';
import { useCarefulWrite } from '../../people-pages/careful-write.tsx';
import { DayField } from '../../people-pages/fields.tsx';
import { FormDialog, wrongFields } from '../../people-pages/form-dialog.tsx';
import { FORMS } from '../../people-pages/words.ts';
import type { ShiftDialogProps } from './end-shift-dialog.tsx';
import styles from './on-call.module.css';
import { ON_CALL } from './words.ts';

const { form } = ON_CALL;
/** A night, as most shifts are: from the end of office hours to the next morning. */
const NIGHT = { begins: '17:00', ends: '08:00' } as const;

interface AddShiftProps extends ShiftDialogProps {
  readonly seats: AnswerOf<typeof readRoster>['seats'];
}

/** Puts somebody on call from one day and hour to another, as the agency's clocks show them. */
export function AddShiftDialog({ seats, zone, today, onDone, onClose }: AddShiftProps) {
  const [identified] = useWriteId('shift');
  const [values, setValues] = useState({
    ...{ seat: '', fromDay: today, fromHour: NIGHT.begins as string },
    ...{ toDay: isoDay(addDays(day(today), 1)) as string, toHour: NIGHT.ends as string },
  });
  const [tried, setTried] = useState(false);
  const name = seats.find(({ seat }) => seat === values.seat)?.name ?? '';
  const write = useCarefulWrite(addShift, () => onDone(form.done(name)), ['on-call']);
  const set = (field: keyof typeof values) => (value: string) => setValues({ ...values, [field]: value });
  const from = instantOf({ day: values.fromDay, hour: values.fromHour }, zone);
  const to = instantOf({ day: values.toDay, hour: values.toHour }, zone);
  const own = {
    seat: values.seat === '' && FORMS.missing,
    from: from === null && form.noHour,
    to: (to === null && form.noHour) || (from !== null && to !== null && to <= from && form.ends),
  };
  const wrong = wrongFields(write, tried ? own : {});
  const submit = () => {
    setTried(true);
    if (values.seat !== '' && from !== null && to !== null && to > from)
      write.send({ body: identified({ seat: values.seat, from, to }) });
  };
  return (
    <FormDialog
      {...{ title: form.title, says: form.says(zoneWords(zone)), confirm: form.confirm }}
      {...{ write, onSubmit: submit, onClose }}
    >
      <NativeSelect
        label={form.seat}
        value={values.seat}
        error={wrong['seat']}
        onChange={(event) => set('seat')(event.currentTarget.value)}
        data={[
          { value: '', label: form.choose },
          ...seats.map((one) => ({
            value: one.seat,
            label: `${one.name}, ${one.title ?? CAPACITY_LABEL[one.capacity]}`,
          })),
        ]}
      />
      <div className={styles.moment}>
        <DayField label={form.fromDay} value={values.fromDay} error={wrong['from']} onChange={set('fromDay')} />
        <HourField label={form.fromHour} value={values.fromHour} onChange={set('fromHour')} />
      </div>
      <div className={styles.moment}>
        <DayField
          label={form.toDay}
          min={values.fromDay}
          value={values.toDay}
          error={wrong['to']}
          onChange={set('toDay')}
        />
        <HourField label={form.toHour} value={values.toHour} onChange={set('toHour')} />
      </div>
    </FormDialog>
  );
}

/** `America/New_York` as `New York`. */
const zoneWords = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

interface HourFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function HourField({ label, value, onChange }: HourFieldProps) {
  return (
    <TextInput
      {...{ type: 'time', label, value, required: true, withAsterisk: false }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
