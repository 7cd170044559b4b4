import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { sendNewLink, setStanding } from '../contract.ts';
import type { SeatChangeProps } from './asked.ts';
import { useCarefulWrite } from './careful-write.tsx';
import { FormDialog, wrongFields } from './form-dialog.tsx';
import { LinkHanded } from './link-handed.tsx';
import { FORMS } from './words.ts';

/** A fresh link for somebody who cannot get in. */
export function LinkDialog({ line, onClose }: SeatChangeProps) {
  const [identified] = useWriteId();
  const [clearsFactors, setClears] = useState(false);
  const [handed, setHanded] = useState<AnswerOf<typeof sendNewLink> | null>(null);
  const { name, id: person } = line.person;
  const write = useCarefulWrite(sendNewLink, setHanded);
  const wrong = wrongFields(write, {});
  if (handed) return <LinkHanded name={name} delivery={handed} onClose={onClose} />;
  return (
    <FormDialog
      {...{ title: FORMS.link.title(name), says: FORMS.link.says, confirm: FORMS.link.confirm }}
      {...{ write, onSubmit: () => write.send({ body: identified({ person, clearsFactors }) }), onClose }}
    >
      <Checkbox
        label={FORMS.link.factors}
        description={FORMS.link.factorsHint}
        checked={clearsFactors}
        error={wrong['person']}
        onChange={(event) => setClears(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}

/** Shut somebody out at once, or let them in again. */
export function StandingDialog({ line, onDone, onClose }: SeatChangeProps) {
  const [identified] = useWriteId();
  const { name, id: person, disabled } = line.person;
  const words = disabled ? FORMS.letIn : FORMS.shutOut;
  const write = useCarefulWrite(setStanding, () => onDone(words.done(name)));
  return (
    <FormDialog
      {...{ title: words.title(name), says: words.says, confirm: words.confirm, danger: !disabled }}
      {...{ write, onSubmit: () => write.send({ body: identified({ person, disabled: !disabled }) }), onClose }}
    />
  );
}
