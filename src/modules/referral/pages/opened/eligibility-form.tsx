import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { day } from '#shared/calendar-day.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { todayHere } from '#web/staff/here.ts';
import { decideEligibility, OUTCOMES, type Outcome } from '../../contract.ts';
import { type EligibilityFacts, eligibility } from '../../eligibility.ts';
import { knownAnswers } from '../../known-answers.ts';
import type { ReferralDraft } from '../../model.ts';
import { outcomeOf, waitsFor } from '../../outcomes.ts';
import parts from '../parts.module.css';
import { OUTCOME_WORDS } from '../words.ts';
import { WriteFailed } from '../write-failed.tsx';
import styles from './eligibility.module.css';
import { decisionNow, type Opened, openTasks } from './opened.ts';
import { ELIGIBILITY } from './opened-words.ts';
import { OUTCOMES_BY_NAME, reasonWords } from './outcomes.ts';
import { Questions } from './questions.tsx';

export interface EligibilityFormProps {
  readonly opened: Opened;
  readonly draft: ReferralDraft;
  readonly reconsiders: boolean;
  /** Something was entered that is not saved yet. */
  readonly onBegun: () => void;
  readonly onDone: () => void;
  readonly onClose: (() => void) | undefined;
}

/** What the server makes of the record, until somebody answers a question otherwise here. */
function suggestion(opened: Opened, changed: EligibilityFacts | null): DecideProps['suggested'] {
  if (changed === null && opened.suggested) return opened.suggested;
  if (changed === null) return { outcome: 'more-information', reasons: [] };
  const judged = eligibility(changed);
  return { outcome: outcomeOf(judged), reasons: judged.reasons };
}

/**
 * The questions, what their answers come to, and the decision with its reasons. What was settled meanwhile is filled in;
 * what was answered here stays as it was answered.
 */
export function EligibilityForm({ opened, draft, reconsiders, onBegun, onDone, onClose }: EligibilityFormProps) {
  const today = todayHere();
  const [answered, setAnswered] = useState<Partial<EligibilityFacts> | null>(null);
  const facts = { ...knownAnswers(draft, opened.tasks, day(today)), ...answered };
  const suggested = suggestion(opened, answered && facts);
  const answer = (one: Partial<EligibilityFacts>) => {
    setAnswered({ ...answered, ...one });
    onBegun();
  };
  return (
    <>
      <Questions facts={facts} onAnswer={answer} />
      <div className={styles.suggested} role="status">
        <p className={parts.small}>{ELIGIBILITY.suggests}</p>
        <p className={styles.outcome}>{OUTCOME_WORDS[suggested.outcome]}</p>
        <ul className={styles.reasons}>
          {suggested.reasons.map((reason) => (
            <li key={reason}>{reasonWords(reason)}</li>
          ))}
        </ul>
        <p className={parts.small}>{ELIGIBILITY.suggestion}</p>
      </div>
      <Decide
        opened={opened}
        facts={facts}
        today={today}
        suggested={suggested}
        reconsiders={reconsiders}
        onBegun={onBegun}
        onDone={onDone}
        onClose={onClose}
      />
    </>
  );
}

interface DecideProps extends Pick<EligibilityFormProps, 'opened' | 'reconsiders' | 'onBegun' | 'onDone' | 'onClose'> {
  readonly facts: EligibilityFacts;
  readonly today: string;
  readonly suggested: { readonly outcome: Outcome; readonly reasons: readonly string[] };
}

function Decide({ opened, facts, today, suggested, reconsiders, onBegun, onDone, onClose }: DecideProps) {
  const [identified] = useWriteId();
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const [on, setOn] = useState(today);
  const [words, setWords] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useWrite(decideEligibility, { changes: ['referral', 'worklists', 'chart'], onDone });
  const outcome = chosen ?? suggested.outcome;
  const otherwise = outcome !== suggested.outcome;
  const wordsMissing = otherwise && words.trim() === '';
  const whyMissing = reconsiders && why.trim() === '';
  const open = waitsFor(outcome, openTasks(opened)).length;
  const waits = open > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wordsMissing || whyMissing || waits) return;
    const reasons = [...(otherwise ? [] : suggested.reasons), ...(words.trim() ? [words.trim()] : [])];
    decide.mutate({
      params: { chart: opened.chart },
      body: identified({
        on,
        outcome,
        reasons,
        grounds: [...(facts.grounds ?? [])],
        intensity: facts.intensity,
        reconsiders: reconsiders ? (decisionNow(opened)?.id ?? null) : null,
        reconsiderReason: reconsiders ? why.trim() : null,
      }),
    });
  };
  return (
    <form className={styles.decide} onSubmit={submit} onChange={onBegun} noValidate>
      {reconsiders ? (
        <Textarea
          label={ELIGIBILITY.reconsiderWhy}
          description={ELIGIBILITY.reconsiderHint}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          error={tried && whyMissing ? ELIGIBILITY.reconsiderNeeded : undefined}
          maxLength={2000}
          rows={2}
          required
        />
      ) : null}
      <div className={styles.two}>
        <NativeSelect
          label={ELIGIBILITY.outcome}
          value={outcome}
          onChange={(event) => setChosen(OUTCOMES_BY_NAME.get(event.currentTarget.value) ?? null)}
          data={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))}
        />
        <TextInput
          type="date"
          label={ELIGIBILITY.day}
          value={on}
          max={today}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={ELIGIBILITY.words}
        description={ELIGIBILITY.wordsHint}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={tried && wordsMissing ? ELIGIBILITY.wordsNeeded : undefined}
        maxLength={500}
        rows={2}
        required={otherwise}
      />
      {waits ? (
        <p className={styles.waits} role="status">
          <a href="#tasks">{ELIGIBILITY.waits(open)}</a> {ELIGIBILITY.waitsHint}
        </p>
      ) : null}
      <WriteFailed error={decide.error} />
      <div className={parts.choices}>
        <Button type="submit" loading={decide.isPending} disabled={waits}>
          {ELIGIBILITY.save}: {OUTCOME_WORDS[outcome].toLowerCase()}
        </Button>
        {onClose ? (
          <Button variant="default" onClick={onClose}>
            {ELIGIBILITY.keep}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
