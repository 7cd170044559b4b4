import { Button, Radio, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { dayHere } from '#web/staff/here.ts';
import { openReferral, settleTask } from '../../contract.ts';
import { REVIEW_TASKS, type ReviewTaskCode } from '../../review-tasks.ts';
import { answerWords, TASK_ANSWERS } from '../../task-answers.ts';
import parts from '../parts.module.css';
import { WriteFailed } from '../write-failed.tsx';
import type { OpenedTask } from './opened.ts';
import { TASKS } from './opened-words.ts';
import { onlyCounty, PickCounty } from './pick-county.tsx';
import styles from './tasks.module.css';

export interface TaskRowProps {
  readonly chart: string;
  readonly task: OpenedTask;
  readonly maySettle: boolean;
  /** The chart a likely duplicate names stands on this page beside the referral: said there, it is settled with it. */
  readonly beside: boolean;
  /** Where the record is set right, for whoever may. */
  readonly setRightAt: string | null;
  /** The decision is still to come, and some questions hold it. */
  readonly mayHold: boolean;
}

const isKnown = (code: string): code is ReviewTaskCode => code in REVIEW_TASKS;

/** What the question is about, in the words that were told: "Essex, 07060, Union". */
function about(detail: OpenedTask['detail']): string {
  const shown = ['value', 'county', 'zip', 'zipCounties', 'state', 'found', 'externalId'];
  return shown.flatMap((name) => (detail[name] ? [String(detail[name])] : [])).join(' · ');
}

/** Questions that come from the birth day: a wrong one is set right, and the question settled by what it is then. */
const OF_THE_BIRTH_DAY: ReadonlySet<string> = new Set(['under-5', 'adult-consent', 'over-21']);

/** One question: what is asked, and the answers that fit it. */
export function TaskRow({ chart, task, maySettle, beside, setRightAt, mayHold }: TaskRowProps) {
  const [answering, setAnswering] = useState(false);
  const holds = mayHold && isKnown(task.code) && REVIEW_TASKS[task.code].holdsDecision;
  const detail = about(task.detail);
  return (
    <li className={styles.task}>
      <div className={styles.asks}>
        <p className={styles.words}>
          {task.asks} {holds && task.settledAt === null ? <Chip tone="marigold">{TASKS.holds}</Chip> : null}
        </p>
        {detail ? <p className={parts.small}>{detail}</p> : null}
        {setRightAt && task.settledAt === null && OF_THE_BIRTH_DAY.has(task.code) ? (
          <p className={parts.small}>
            <a href={setRightAt}>{TASKS.birthDayWrong}</a>
          </p>
        ) : null}
        {task.settledAt ? (
          <p className={styles.settled}>
            <strong>{answerWords(task.code, task.answer ?? '')}</strong>
            {task.note ? `: ${task.note}` : ''} <DayText day={dayHere(task.settledAt)} />
          </p>
        ) : null}
      </div>
      {maySettle && task.settledAt === null && !answering ? (
        <Begin task={task} beside={beside} onBegin={() => setAnswering(true)} />
      ) : null}
      {answering && isKnown(task.code) ? (
        <AnswerForm chart={chart} task={task} code={task.code} onClose={() => setAnswering(false)} />
      ) : null}
    </li>
  );
}

interface BeginProps extends Pick<TaskRowProps, 'task' | 'beside'> {
  readonly onBegin: () => void;
}

function Begin({ task, beside, onBegin }: BeginProps) {
  if (beside) {
    return (
      <Button component="a" href="#here-already" variant="default">
        {TASKS.compare}
      </Button>
    );
  }
  return (
    <Button variant="default" onClick={onBegin} aria-label={`${TASKS.settle}: ${task.asks}`}>
      {TASKS.settle}
    </Button>
  );
}

interface AnswerFormProps {
  readonly chart: string;
  readonly task: OpenedTask;
  readonly code: ReviewTaskCode;
  readonly onClose: () => void;
}

function AnswerForm({ chart, task, code, onClose }: AnswerFormProps) {
  const [identified] = useWriteId();
  const [answer, setAnswer] = useState('');
  const [note, setNote] = useState('');
  const [county, setCounty] = useState(() => onlyCounty(task.detail));
  const [tried, setTried] = useState(false);
  const known = useQueryClient();
  const settle = useWrite(settleTask, { changes: ['referral', 'worklists'], onDone: onClose });
  const chosen = TASK_ANSWERS[code].find((one) => one.code === answer);
  const noteMissing = chosen?.noteNeeded === true && note.trim().length < 2;
  const countyMissing = chosen?.asksCounty === true && county === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!chosen || noteMissing || countyMissing) return;
    const found = chosen.asksCounty ? { county } : {};
    const body = identified({ answer, note: note.trim() || null, ...found });
    // A question that is not open any more was settled by somebody meanwhile: what they said is fetched.
    const onError = () => void known.invalidateQueries({ queryKey: [openReferral.name] });
    settle.mutate({ params: { chart, task: task.id }, body }, { onError });
  };
  if (task.settledAt !== null && !settle.isPending && !settle.isSuccess) {
    const mine = [chosen?.label, note.trim()].filter(Boolean).join(': ');
    return <SettledMeanwhile mine={mine} onClose={onClose} />;
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Radio.Group
        label={TASKS.answer}
        value={answer}
        onChange={setAnswer}
        error={tried && !chosen ? TASKS.answerNeeded : undefined}
      >
        <div className={parts.options}>
          {TASK_ANSWERS[code].map((one, index) => (
            <Radio key={one.code} value={one.code} label={one.label} autoFocus={index === 0} />
          ))}
        </div>
      </Radio.Group>
      {chosen?.asksCounty ? (
        <PickCounty
          value={county}
          onChange={setCounty}
          error={tried && countyMissing ? TASKS.countyNeeded : undefined}
        />
      ) : null}
      <Textarea
        label={TASKS.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        rows={2}
        required={chosen?.noteNeeded === true}
        error={tried && noteMissing ? TASKS.noteNeeded : undefined}
      />
      <WriteFailed error={settle.error} />
      <div className={parts.choices}>
        <Button type="submit" loading={settle.isPending}>
          {TASKS.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {TASKS.goBack}
        </Button>
      </div>
    </form>
  );
}

/** Somebody settled the question while this was written: their answer stands above, one's own words are still to be read. */
function SettledMeanwhile({ mine, onClose }: { readonly mine: string; readonly onClose: () => void }) {
  return (
    <div className={styles.form}>
      <p role="alert">{TASKS.meanwhile(mine)}</p>
      <div className={parts.choices}>
        <Button variant="default" onClick={onClose}>
          {TASKS.goBack}
        </Button>
      </div>
    </div>
  );
}
