import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { Card } from '#design-system/page/card.tsx';
import type { ApiError } from '#web/staff/data/api-error.ts';
import { todayHere } from '#web/staff/here.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import parts from '../parts.module.css';
import { LEAVE } from './words.ts';

export interface Leaving {
  /** Where to, or on what ground. */
  readonly choice: string;
  readonly on: string;
  readonly reason: string;
}

interface LeaveFormProps {
  /** The words that differ from one way to the other. */
  readonly said: Readonly<
    Record<'title' | 'hint' | 'choice' | 'choose' | 'why' | 'whyHint' | 'surely' | 'sureYes', string>
  >;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Said where nothing was chosen. */
  readonly unchosen: string;
  /** On the button, and the question before it is done; given what was chosen. */
  readonly save: (chosen: string | undefined) => string;
  readonly sure: (chosen: string) => string;
  /** For good: the question says so, and the button beside the form is not the page's strong one. */
  readonly final?: boolean;
  /** False where the day follows from elsewhere; it is then today. */
  readonly asksDay?: boolean;
  readonly write: { readonly error: ApiError | null; readonly isPending: boolean };
  readonly onSend: (leaving: Leaving) => void;
}

/** A way out of the organization: the one thing it asks, the day and the reason; asked again before it is done. */
export function LeaveForm({
  said,
  choices,
  unchosen,
  save,
  sure,
  final = false,
  asksDay = true,
  write,
  onSend,
}: LeaveFormProps) {
  const [values, setValues] = useState<Leaving>({ choice: '', on: todayHere(), reason: '' });
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const set = (change: Partial<Leaving>) => setValues({ ...values, ...change });
  const { on } = values;
  const reason = values.reason.trim();
  const chosen = choices.find(({ value }) => value === values.choice);
  const wrong = {
    choice: chosen === undefined && unchosen,
    on: (on === '' || on > todayHere()) && LEAVE.wrong.on,
    reason: reason.length < 3 && LEAVE.wrong.reason,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setAsking(!wrong.choice && !wrong.on && !wrong.reason);
  };
  return (
    <Card title={said.title} hint={said.hint}>
      <form className={parts.form} onSubmit={submit} noValidate>
        <NativeSelect
          {...{ label: said.choice, value: values.choice, error: tried && wrong.choice }}
          onChange={(event) => set({ choice: event.currentTarget.value })}
          data={[{ value: '', label: said.choose }, ...choices]}
        />
        {asksDay ? (
          <TextInput
            {...{ type: 'date', label: LEAVE.on, value: on, max: todayHere(), error: tried && wrong.on }}
            onChange={(event) => set({ on: event.currentTarget.value })}
          />
        ) : null}
        <Textarea
          {...{ label: said.why, description: said.whyHint, value: values.reason, error: tried && wrong.reason }}
          {...{ maxLength: 2000, autosize: true, minRows: 2 }}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <div className={parts.choices}>
          <Button type="submit" variant={final ? 'default' : 'filled'} loading={write.isPending}>
            {save(chosen?.label)}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        open={asking}
        title={sure(chosen?.label ?? '')}
        confirm={said.sureYes}
        danger={final}
        busy={write.isPending}
        onConfirm={() => onSend({ ...values, reason })}
        onClose={() => setAsking(false)}
      >
        <p>{said.surely}</p>
        <WriteFailed error={write.error} refusals={LEAVE.refusals} />
      </ConfirmDialog>
    </Card>
  );
}
