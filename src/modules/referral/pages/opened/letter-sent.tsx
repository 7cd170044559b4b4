import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DayText } from '#design-system/time/day-text.tsx';
import { WrongFactButton } from '#modules/mending/pages/wrong-fact-button.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { dayHere, todayHere } from '#web/staff/here.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { recordLetter } from '../../contract.ts';
import { LETTER_MEANS, type LetterLanguage } from '../../letter-text.ts';
import { labelIn } from '../labels.ts';
import parts from '../parts.module.css';
import { WriteFailed } from '../write-failed.tsx';
import styles from './eligibility.module.css';
import { cameBack, type Opened } from './opened.ts';
import { LETTER } from './opened-words.ts';

export interface LetterSentProps {
  readonly opened: Opened;
  readonly decision: Opened['decisions'][number];
  readonly language: LetterLanguage;
  /** There is a letter to send now. */
  readonly mayRecord: boolean;
}

/** When and how the letter of a decision went out, and a way to record that it did. */
export function LetterSent({ opened, decision, language, mayRecord: asked }: LetterSentProps) {
  const may = useMay();
  const [recording, setRecording] = useState(false);
  const sent = opened.letters.filter((letter) => letter.decision === decision.id);
  const mayMend = (opened.holder.own || decision.own) && may('referral.settle');
  const mayRecord = asked && mayMend;
  const back = cameBack(opened);
  const cameBackOn = back?.at ? dayHere(back.at) : null;
  return (
    <section aria-label={LETTER.sent}>
      {sent.length === 0 && mayRecord ? <p className={parts.small}>{LETTER.notSent}</p> : null}
      <ul className={styles.reasons}>
        {sent.map(({ on, means, language: written, by }) => (
          <li key={`${on} ${means} ${written}`}>
            {LETTER.sent} <DayText day={on} />:{' '}
            {LETTER.sentHow(labelIn(LETTER_MEANS, means), labelIn(LETTER.languages, written), by)}
            {cameBackOn !== null && on <= cameBackOn ? `. ${LETTER.before}` : ''}
            {mayMend ? (
              <WrongFactButton
                chart={opened.chart}
                fact={{ kind: 'referral.letter-sent', on, data: { decision: decision.id, means, language: written } }}
                about={LETTER.sent}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayRecord && !recording ? (
        <Button variant="default" onClick={() => setRecording(true)}>
          {LETTER.record}
        </Button>
      ) : null}
      {recording ? (
        <RecordForm chart={opened.chart} decision={decision} language={language} onClose={() => setRecording(false)} />
      ) : null}
    </section>
  );
}

interface RecordFormProps extends Omit<LetterSentProps, 'opened' | 'mayRecord'> {
  readonly chart: string;
  readonly onClose: () => void;
}

function RecordForm({ chart, decision, language, onClose }: RecordFormProps) {
  const [identified] = useWriteId();
  const [on, setOn] = useState(todayHere());
  const [means, setMeans] = useState<keyof typeof LETTER_MEANS>('mail');
  const record = useWrite(recordLetter, { changes: ['referral', 'chart'], onDone: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate({ params: { chart }, body: identified({ decision: decision.id, on, means, language }) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={styles.two}>
        <TextInput
          type="date"
          label={LETTER.on}
          value={on}
          min={decision.decidedOn}
          max={todayHere()}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <NativeSelect
          label={LETTER.means}
          value={means}
          onChange={(event) => setMeans(event.currentTarget.value as keyof typeof LETTER_MEANS)}
          data={Object.entries(LETTER_MEANS).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <WriteFailed error={record.error} />
      <div className={parts.choices}>
        <Button type="submit" loading={record.isPending}>
          {LETTER.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {LETTER.close}
        </Button>
      </div>
    </form>
  );
}
