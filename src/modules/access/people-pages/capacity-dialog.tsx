import { useState } from 'react';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { addSeat, changeCapacity } from '../contract.ts';
import type { Capacity } from '../model.ts';
import type { SeatChangeProps } from './asked.ts';
import { type CarefulWrite, useCarefulWrite } from './careful-write.tsx';
import { CapacityField, DayField, TitleField } from './fields.tsx';
import { FormDialog, wrongFields } from './form-dialog.tsx';
import { FORMS } from './words.ts';

interface Chosen {
  readonly capacity: Capacity;
  readonly title: string | null;
  readonly from: string;
}

/** Another capacity from a day on. */
export function CapacityDialog(props: SeatChangeProps) {
  const { line, onDone } = props;
  const [identified] = useWriteId('next');
  const write = useCarefulWrite(changeCapacity, ({ chartsLeft }) =>
    onDone(chartsLeft > 0 ? FORMS.end.done(line.person.name, chartsLeft) : FORMS.capacity.done(line.person.name)),
  );
  const send = (chosen: Chosen) => write.send({ body: identified({ seat: line.seat.id, ...chosen }) });
  return <ChosenForm {...props} words={FORMS.capacity} write={write} send={send} />;
}

/** A further seat beside those somebody has. */
export function SeatDialog(props: SeatChangeProps) {
  const { line, onDone } = props;
  const [identified] = useWriteId('seat');
  const write = useCarefulWrite(addSeat, () => onDone(FORMS.seat.done(line.person.name)));
  const send = (chosen: Chosen) => write.send({ body: identified({ person: line.person.id, ...chosen }) });
  return <ChosenForm {...props} words={FORMS.seat} write={write} send={send} />;
}

interface ChosenFormProps extends SeatChangeProps {
  readonly words: typeof FORMS.capacity | typeof FORMS.seat;
  readonly write: Pick<CarefulWrite<never>, 'busy' | 'error' | 'proving' | 'dialog'>;
  readonly send: (chosen: Chosen) => void;
}

function ChosenForm({ people, line, today, words, write, send, onClose }: ChosenFormProps) {
  const [capacity, setCapacity] = useState('');
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState(today);
  const [tried, setTried] = useState(false);
  const own = { capacity: capacity === '' && FORMS.missing, from: from === '' && FORMS.missing };
  const wrong = wrongFields(write, tried ? own : {});
  const submit = () => {
    setTried(true);
    // One of the agency's own capacities, as the field offers no other.
    if (!own.capacity && !own.from) send({ capacity: capacity as Capacity, title: title.trim() || null, from });
  };
  return (
    <FormDialog
      {...{ title: words.title(line.person.name), says: words.says, confirm: words.confirm }}
      {...{ write, onSubmit: submit, onClose }}
    >
      <CapacityField
        capacities={people.capacities.filter((one) => one !== line.seat.capacity || words === FORMS.seat)}
        value={capacity}
        error={wrong['capacity']}
        onChange={setCapacity}
      />
      <TitleField value={title} onChange={setTitle} />
      <DayField label={FORMS.fields.from} value={from} error={wrong['from']} onChange={setFrom} />
    </FormDialog>
  );
}
