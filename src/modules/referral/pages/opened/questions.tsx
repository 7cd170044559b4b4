import { Checkbox } from '@mantine/core';
import { ageOn } from '#shared/calendar-day.ts';
import { SERVED_FROM_AGE } from '../../consent-standing.ts';
import type { EligibilityFacts } from '../../eligibility.ts';
import { GROUNDS, GROUNDS_SOURCE, type GroundCode } from '../../grounds.ts';
import { Choose } from '../choose.tsx';
import { CONSENT_ANSWERS, DOMAINS, INTENSITIES } from '../labels.ts';
import styles from './eligibility.module.css';
import { ELIGIBILITY } from './opened-words.ts';

export interface QuestionsProps {
  readonly facts: EligibilityFacts;
  /** What was answered here; the rest stays as the record has it. */
  readonly onAnswer: (answer: Partial<EligibilityFacts>) => void;
}

const codes = <C extends string>(list: Readonly<Record<C, string>>) => Object.keys(list) as C[];

/** What eligibility asks, each with what is known so far. */
export function Questions({ facts, onAnswer: set }: QuestionsProps) {
  const age = ageOn(facts.birthDay, facts.on);
  const unknown = ELIGIBILITY.notKnown;
  return (
    <div className={styles.questions}>
      <Checkbox
        label={ELIGIBILITY.crisis}
        checked={facts.crisisNow}
        onChange={(event) => set({ crisisNow: event.currentTarget.checked })}
      />
      <p className={styles.age}>
        <strong>{ELIGIBILITY.age}</strong> {ELIGIBILITY.ageWords(age)}
      </p>
      {age < SERVED_FROM_AGE ? (
        <Choose
          label={ELIGIBILITY.special}
          options={ELIGIBILITY.specials}
          value={facts.specialConsideration}
          onChange={(specialConsideration) => set({ specialConsideration })}
        />
      ) : null}
      <Choose
        label={ELIGIBILITY.residence}
        options={ELIGIBILITY.residences}
        value={facts.residence}
        onChange={(residence) => set({ residence })}
      />
      <Choose
        label={ELIGIBILITY.consent}
        options={CONSENT_ANSWERS}
        value={facts.consent}
        onChange={(consent) => set({ consent })}
      />
      <Checkbox
        label={ELIGIBILITY.authority}
        checked={facts.authorityConfirmed}
        onChange={(event) => set({ authorityConfirmed: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label={ELIGIBILITY.needs}
        value={[...facts.domains]}
        onChange={(ticked) => set({ domains: codes(DOMAINS).filter((code) => ticked.includes(code)) })}
      >
        <div className={styles.row}>
          {codes(DOMAINS).map((code) => (
            <Checkbox key={code} value={code} label={DOMAINS[code]} />
          ))}
        </div>
      </Checkbox.Group>
      <Choose
        label={ELIGIBILITY.intensity}
        options={{ ...INTENSITIES, unknown }}
        value={facts.intensity ?? 'unknown'}
        onChange={(intensity) => set({ intensity: intensity === 'unknown' ? null : intensity })}
      />
      <Grounds grounds={facts.grounds} onChange={(grounds) => set({ grounds })} />
    </div>
  );
}

interface GroundsProps {
  readonly grounds: readonly GroundCode[] | null;
  readonly onChange: (grounds: readonly GroundCode[] | null) => void;
}

/** The six grounds; that somebody looked and found none has to be said as well. */
function Grounds({ grounds, onChange }: GroundsProps) {
  const ticked = (values: readonly string[]) => codes(GROUNDS).filter((code) => values.includes(code));
  const change = (values: readonly string[]) => onChange(values.length === 0 ? null : ticked(values));
  const none = grounds !== null && grounds.length === 0;
  return (
    <div className={styles.column}>
      <Checkbox.Group
        label={ELIGIBILITY.grounds}
        description={ELIGIBILITY.groundsHint(GROUNDS_SOURCE)}
        value={[...(grounds ?? [])]}
        onChange={change}
      >
        <div className={styles.column}>
          {codes(GROUNDS).map((code) => (
            <Checkbox key={code} value={code} label={GROUNDS[code]} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox label={ELIGIBILITY.noGround} checked={none} onChange={() => onChange(none ? null : [])} />
    </div>
  );
}
