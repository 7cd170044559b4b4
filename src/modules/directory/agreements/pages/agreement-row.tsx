import { Button } from '@mantine/core';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { Tone } from '#design-system/tone.ts';
import type { Agreement } from '../contract.ts';
import { AGREEMENT_KINDS } from '../model.ts';
import styles from './agreements.module.css';
import type { Form } from './asked.ts';
import { amendForm, endForm, renewForm } from './forms.ts';
import { AGREEMENTS } from './words.ts';

const TONES: Readonly<Record<Agreement['state'], Tone>> = {
  'in-force': 'pine',
  'run-out': 'marigold',
  ended: 'stone',
  'taken-back': 'stone',
};

interface AgreementRowProps {
  readonly agreement: Agreement;
  readonly today: string;
  /** Null when this seat may only read. */
  readonly say: ((form: Form) => void) | null;
  readonly onWhy: () => void;
}

/** One agreement: with whom, how it stands, when it runs out, what was recorded of it and what can be done. */
export function AgreementRow({ agreement, today, say, onWhy }: AgreementRowProps) {
  const { withName, kind, state, document, runsOut } = agreement;
  const goesOn = state === 'in-force' || state === 'run-out';
  return (
    <li className={styles.one}>
      <div className={styles.what}>
        <p className={styles.name}>
          {withName} <Chip tone={TONES[state]}>{AGREEMENTS.states[state]}</Chip>
        </p>
        <p className={styles.small}>
          {AGREEMENT_KINDS[kind]}
          {document ? ` · ${AGREEMENTS.paper(document)}` : null}
        </p>
        {runsOut ? (
          <p className={styles.line}>
            {state === 'run-out' ? AGREEMENTS.ranOut : AGREEMENTS.runsOut} <DayText day={runsOut.due} today={today} />{' '}
            <Button variant="subtle" size="compact-xs" onClick={onWhy} aria-label={`${AGREEMENTS.why} ${withName}`}>
              {AGREEMENTS.why}
            </Button>
          </p>
        ) : null}
        {!runsOut && goesOn ? <p className={styles.small}>{AGREEMENTS.noRule}</p> : null}
        <Recorded agreement={agreement} today={today} say={say} />
      </div>
      {say && state !== 'taken-back' ? (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="xs"
            onClick={() => say(renewForm(agreement, today))}
            aria-label={`${AGREEMENTS.renew}: ${withName}`}
          >
            {AGREEMENTS.renew}
          </Button>
          {goesOn ? (
            <Button
              variant="default"
              size="xs"
              onClick={() => say(endForm(agreement, today))}
              aria-label={`${AGREEMENTS.end}: ${withName}`}
            >
              {AGREEMENTS.end}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** Everything that was said of it, the newest first; what was wrong stays, with who set it right and why. */
function Recorded({ agreement, today, say }: Omit<AgreementRowProps, 'onWhy'>) {
  return (
    <details>
      <summary className={styles.small}>{AGREEMENTS.history}</summary>
      <ul className={styles.history}>
        {agreement.entries.map((entry) => (
          <li key={entry.seq}>
            {AGREEMENTS.what[entry.what]} <DayText day={entry.on} today={today} />
            {entry.now === 'stands' ? '' : `, ${AGREEMENTS.now[entry.now]}`}{' '}
            <span className={styles.small}>
              {[entry.document && AGREEMENTS.paper(entry.document), entry.reason, AGREEMENTS.by(entry.by)]
                .filter(Boolean)
                .join(' · ')}
            </span>{' '}
            {say && entry.now === 'stands' ? (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() => say(amendForm(agreement, entry))}
                aria-label={`${AGREEMENTS.amend}: ${AGREEMENTS.what[entry.what]} ${entry.on}`}
              >
                {AGREEMENTS.amend}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
