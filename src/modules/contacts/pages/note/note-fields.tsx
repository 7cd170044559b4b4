import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Overview } from '#modules/chart/contract.ts';
import { codeLabel } from '#modules/duties/pages/facts/code-words.ts';
import { CATEGORIES } from '#modules/facts/model.ts';
import { isStillOwed } from '#modules/policy/duty.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { HOW, INTERPRETERS, isCall, PLACES, TOPICS, WITH_WHOM } from '../../model.ts';
import { words } from '../words.ts';
import type { NoteProblems } from './check-note.ts';
import { ManyPills, OnePill } from './choice-pills.tsx';
import styles from './note.module.css';
import type { NoteDraft } from './note-draft.ts';

export interface NoteFieldsProps {
  readonly draft: NoteDraft;
  readonly onChange: (draft: NoteDraft) => void;
  readonly problems: NoteProblems;
  readonly overview: Overview;
  readonly amends: boolean;
}

const MADE = ['yes', 'no'] as const;
const options = <C extends string>(codes: readonly C[], labels: Readonly<Record<C, string>>) =>
  codes.map((code) => ({ value: code, label: labels[code] }));

/** The fields of a note, in the order things are remembered: reached or not, whom, how, when, what was said. */
export function NoteFields(props: NoteFieldsProps) {
  const { draft, onChange, problems, amends } = props;
  const set =
    <K extends keyof NoteDraft>(field: K) =>
    (value: NoteDraft[K]) =>
      onChange({ ...draft, [field]: value });
  const { form } = words;
  return (
    <div className={styles.fields}>
      <OnePill
        id="made"
        label={form.made}
        choices={MADE}
        words={{ yes: form.madeYes, no: form.madeNo }}
        value={draft.made ? 'yes' : 'no'}
        onChange={(value) => set('made')(value === 'yes')}
      />
      <ManyPills
        id="withWhom"
        label={draft.made ? form.withWhom : form.tried}
        choices={WITH_WHOM}
        words={words.withWhom}
        value={draft.withWhom}
        fold={{ after: 6, more: form.others, fewer: form.fewer }}
        onChange={set('withWhom')}
        error={problems.withWhom}
      />
      <OnePill id="how" label={form.how} choices={HOW} words={words.how} value={draft.how} onChange={set('how')} />
      <When {...props} />
      <Textarea
        id="words"
        label={form.words}
        description={form.wordsHint}
        value={draft.words}
        error={problems.words}
        autosize
        minRows={6}
        maxRows={24}
        onChange={(event) => set('words')(event.currentTarget.value)}
      />
      {amends ? (
        <Textarea
          id="reason"
          label={form.reason}
          description={form.reasonHint}
          value={draft.reason}
          minRows={2}
          error={problems.reason}
          onChange={(event) => set('reason')(event.currentTarget.value)}
        />
      ) : (
        <Siblings {...props} />
      )}
      <More {...props} />
    </div>
  );
}

/** An empty field is no number, and not nought minutes. */
const minutesOf = (value: string | number): number | null => (typeof value === 'number' ? value : null);

interface MinutesProps extends Pick<NoteFieldsProps, 'draft' | 'onChange' | 'problems'> {
  readonly of: 'minutesFace' | 'minutesCall' | 'minutesTravel';
}

function Minutes({ draft, onChange, problems, of }: MinutesProps) {
  return (
    <NumberInput
      id={of}
      label={words.form[of]}
      min={0}
      value={draft[of] ?? ''}
      error={problems[of]}
      hideControls
      onChange={(value) => onChange({ ...draft, [of]: minutesOf(value) })}
    />
  );
}

function When(props: NoteFieldsProps) {
  const { draft, onChange, problems } = props;
  const { form } = words;
  const inPerson = draft.how === 'in-person';
  return (
    <div className={styles.when}>
      <TextInput
        id="on"
        type="date"
        label={form.day}
        value={draft.day}
        error={problems.on}
        onChange={(event) => onChange({ ...draft, day: event.currentTarget.value })}
      />
      <TextInput
        id="startedAt"
        type="time"
        label={form.start}
        value={draft.start}
        error={problems.startedAt}
        onChange={(event) => onChange({ ...draft, start: event.currentTarget.value })}
      />
      {inPerson ? (
        <NativeSelect
          label={form.place}
          data={[{ value: '', label: form.placeNone }, ...options(PLACES, words.place)]}
          value={draft.place ?? ''}
          onChange={(event) =>
            onChange({ ...draft, place: PLACES.find((code) => code === event.currentTarget.value) ?? null })
          }
        />
      ) : null}
      {draft.made && inPerson ? <Minutes {...props} of="minutesFace" /> : null}
      {draft.made && isCall(draft) ? <Minutes {...props} of="minutesCall" /> : null}
      {inPerson ? <Minutes {...props} of="minutesTravel" /> : null}
      {draft.made ? (
        <NativeSelect
          label={form.interpreter}
          data={[{ value: '', label: form.interpreterNone }, ...options(INTERPRETERS, words.interpreter)]}
          value={draft.interpreter ?? ''}
          onChange={(event) =>
            onChange({ ...draft, interpreter: INTERPRETERS.find((code) => code === event.currentTarget.value) ?? null })
          }
        />
      ) : null}
    </div>
  );
}

function Siblings({ draft, onChange, overview }: NoteFieldsProps) {
  const siblings = overview.links.filter(({ kind }) => kind === 'sibling');
  if (siblings.length === 0) return null;
  const choose = (chosen: string[]) => {
    const made = chosen.filter((chart) => !(chart in draft.ids)).map((chart) => [chart, newId()]);
    onChange({ ...draft, siblings: chosen, ids: { ...draft.ids, ...Object.fromEntries(made) } });
  };
  return (
    <Checkbox.Group
      label={words.form.siblings}
      description={words.form.siblingsHint}
      value={[...draft.siblings]}
      onChange={choose}
    >
      <div className={styles.siblings}>
        {siblings.map(({ chart, name }) => (
          <Checkbox key={chart} value={chart} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

const CATEGORY_CHOICES = CATEGORIES.map((code) => ({ value: code, label: codeLabel(code) }));

function More({ draft, onChange, overview }: NoteFieldsProps) {
  const { form } = words;
  const [shown, setShown] = useState(draft.aboutDuty !== null || draft.topics.length > 0);
  return (
    <details className={styles.more} open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{form.more}</summary>
      {shown ? <MoreFields draft={draft} onChange={onChange} overview={overview} /> : null}
    </details>
  );
}

/** What is still owed, and what this note is about already, though it be settled meanwhile: it is not signed as about nothing. */
function dutyChoices({ owed, today }: Overview, about: string | null) {
  const { noDuty, dutyOfBefore } = words.form;
  const offered = owed.filter(
    (duty) => (isStillOwed(duty, today) && duty.standing !== 'exempted') || duty.key === about,
  );
  const choices = offered.map(({ key, title }) => ({ value: key, label: title }));
  const gone = about !== null && !offered.some(({ key }) => key === about);
  return [{ value: '', label: noDuty }, ...choices, ...(gone ? [{ value: about, label: dutyOfBefore }] : [])];
}

/** Drawn when they are asked for: most notes are signed without. */
function MoreFields({ draft, onChange, overview }: Pick<NoteFieldsProps, 'draft' | 'onChange' | 'overview'>) {
  const { form } = words;
  return (
    <div className={styles.fields}>
      <ManyPills
        id="topics"
        label={form.topics}
        choices={TOPICS}
        words={words.topics}
        value={draft.topics}
        onChange={(topics) => onChange({ ...draft, topics })}
      />
      <div className={styles.when}>
        <NativeSelect
          label={form.aboutDuty}
          value={draft.aboutDuty ?? ''}
          data={dutyChoices(overview, draft.aboutDuty)}
          onChange={(event) => onChange({ ...draft, aboutDuty: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={form.category}
          description={form.categoryHint}
          data={CATEGORY_CHOICES}
          value={draft.category}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) =>
            onChange({
              ...draft,
              category: CATEGORIES.find((code) => code === event.currentTarget.value) ?? draft.category,
            })
          }
        />
      </div>
    </div>
  );
}
