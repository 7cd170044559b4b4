import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { classes } from '#design-system/class-names.ts';
import { decodeReferralFile } from '../../import/decode-file.ts';
import { LONGEST_FILE } from '../../import-service/contract.ts';
import { IMPORT } from './import-words.ts';
import styles from './imports.module.css';

/** A file as text; it rests in the page only, until it is imported. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** Chooses a file by button or by dropping it. */
export function ChooseFile({ onChosen }: { readonly onChosen: (file: ChosenFile) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = await file.arrayBuffer().catch(() => null);
    const text = bytes && decodeReferralFile(new Uint8Array(bytes)).text;
    if (text?.trim() === '') setWrong(IMPORT.emptyFile);
    // A spreadsheet or a picture: no text has a zero byte.
    else if (text === null || text.includes('\0')) setWrong(IMPORT.unreadable);
    else if (text.length > LONGEST_FILE) setWrong(IMPORT.tooLong);
    else onChosen({ name: file.name, text });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={classes(styles.drop, over && styles.over)}
      aria-label={IMPORT.choose}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <Button onClick={() => input.current?.click()}>{IMPORT.choose}</Button>
      <p className={styles.small}>{IMPORT.chooseHint}</p>
      {wrong ? (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      ) : null}
    </section>
  );
}
