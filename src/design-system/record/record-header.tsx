import { Button } from '@mantine/core';
import { memo } from 'react';
import { Chip } from '#design-system/page/chip.tsx';
import type { Tone } from '#design-system/tone.ts';
import styles from './record-header.module.css';
import { staysAbove } from './stays-above.ts';

export interface RecordHeaderProps {
  readonly preferredName: string;
  /** When the legal name differs and this seat may see it. */
  readonly legalName?: string | undefined;
  readonly pronouns?: string | undefined;
  readonly age?: number | undefined;
  /** "Spanish, interpreter for mother". */
  readonly language?: string | undefined;
  readonly alerts: readonly string[];
  readonly agency?: string | undefined;
  /** With the pack's own title: "Care manager: R. Osei". */
  readonly careManager?: string | undefined;
  readonly coverage: readonly string[];
  /** "Enrolled 13 Oct 2026 · planning". */
  readonly stage?: { readonly label: string; readonly tone: Tone } | undefined;
  readonly faceSheetHref: string;
  /** Left out when this seat may not write here. */
  readonly onNote?: (() => void) | undefined;
}

/** Who this record is about, always in sight; a new note is one key away. */
export const RecordHeader = memo(function RecordHeader(props: RecordHeaderProps) {
  const { preferredName, legalName, pronouns, age, language, alerts, stage } = props;
  const about = [pronouns, age === undefined ? undefined : `${age} years`, language].filter(Boolean).join(' · ');
  const plain = [props.agency, ...props.coverage, props.careManager].filter((text) => text !== undefined);
  return (
    <div className={styles.record} ref={staysAbove}>
      <header className={styles.bar}>
        <span className={styles.initial} aria-hidden="true">
          {[...preferredName][0]}
        </span>
        <div className={styles.who}>
          <h1 className={styles.name} tabIndex={-1}>
            {preferredName}
          </h1>
          <p className={styles.about}>
            {about}
            {legalName ? ` · legal name ${legalName}` : null}
          </p>
        </div>
        <div className={styles.actions}>
          <Button className={styles.faceSheet} variant="default" component="a" href={props.faceSheetHref}>
            Face sheet
          </Button>
          {props.onNote ? (
            <Button onClick={props.onNote} aria-keyshortcuts="n">
              New note <kbd className={styles.key}>n</kbd>
            </Button>
          ) : null}
        </div>
      </header>
      <ul className={styles.chips} aria-label="At a glance">
        {alerts.map((alert) => (
          <li key={alert}>
            <Chip tone="brick">{alert}</Chip>
          </li>
        ))}
        {plain.map((text) => (
          <li key={text}>
            <Chip strong={false}>{text}</Chip>
          </li>
        ))}
        {stage ? (
          <li>
            <Chip tone={stage.tone} strong={false}>
              {stage.label}
            </Chip>
          </li>
        ) : null}
        <li className={styles.faceSheetLink}>
          <a href={props.faceSheetHref}>Face sheet</a>
        </li>
      </ul>
    </div>
  );
});
