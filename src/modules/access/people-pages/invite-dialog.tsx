import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { invite } from '../contract.ts';
import type { Capacity } from '../model.ts';
import type { ChangeProps } from './asked.ts';
import { useCarefulWrite } from './careful-write.tsx';
import { CapacityField, DayField, TitleField } from './fields.tsx';
import { FormDialog, wrongFields } from './form-dialog.tsx';
import { LinkHanded } from './link-handed.tsx';
import styles from './people.module.css';
import { FORMS } from './words.ts';

const { fields } = FORMS;

/** A first seat for somebody, and the link to it. */
export function InviteDialog({ people, today, onClose }: ChangeProps) {
  const [identified] = useWriteId('person', 'seat');
  const [values, setValues] = useState({ name: '', email: '', locale: 'en', capacity: '', title: '', from: today });
  const [tried, setTried] = useState(false);
  const [handed, setHanded] = useState<AnswerOf<typeof invite> | null>(null);
  const write = useCarefulWrite(invite, setHanded);
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const own = {
    name: values.name.trim() === '' && FORMS.missing,
    email: !/^\S+@\S+\.\S+$/.test(values.email.trim()) && FORMS.noEmail,
    capacity: values.capacity === '' && FORMS.missing,
    from: values.from === '' && FORMS.missing,
  };
  const wrong = wrongFields(write, tried ? own : {});
  const submit = () => {
    setTried(true);
    if (Object.values(own).some(Boolean)) return;
    const { name, email, title, from } = values;
    const locale = values.locale === 'es' ? 'es' : 'en';
    // One of the agency's own capacities, as the field offers no other.
    const capacity = values.capacity as Capacity;
    write.send({
      body: identified({ name: name.trim(), email: email.trim(), locale, capacity, title: title.trim() || null, from }),
    });
  };
  if (handed) return <LinkHanded name={values.name.trim()} delivery={handed} onClose={onClose} />;
  return (
    <FormDialog
      title={FORMS.invite.title}
      says={FORMS.invite.says}
      confirm={FORMS.invite.confirm}
      write={write}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={fields.name}
        value={values.name}
        error={wrong['name']}
        maxLength={120}
        autoComplete="off"
        data-autofocus
        onChange={(event) => set('name')(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={fields.email}
        value={values.email}
        error={wrong['email']}
        autoComplete="off"
        onChange={(event) => set('email')(event.currentTarget.value)}
      />
      <CapacityField
        capacities={people.capacities}
        value={values.capacity}
        error={wrong['capacity']}
        onChange={set('capacity')}
      />
      <TitleField value={values.title} onChange={set('title')} />
      <div className={styles.two}>
        <DayField label={fields.from} value={values.from} error={wrong['from']} onChange={set('from')} />
        <NativeSelect
          label={fields.locale}
          value={values.locale}
          onChange={(event) => set('locale')(event.currentTarget.value)}
          data={Object.entries(FORMS.locales).map(([value, label]) => ({ value, label }))}
        />
      </div>
    </FormDialog>
  );
}
