import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { fillPath } from '#web/staff/data/path.ts';
import { seatInUse } from '#web/staff/data/standing.ts';
import { readRejects } from '../../import-service/contract.ts';
import { IMPORTED } from './import-words.ts';
import styles from './imports.module.css';

/** The one answer that is a file: fetched with the seat, then handed to the browser to save. */
async function download(id: string): Promise<void> {
  const answer = await fetch(fillPath(readRejects.path, { import: id }), {
    headers: { 'x-kinfold-seat': seatInUse.get() ?? '', 'x-kinfold': '1' },
    credentials: 'same-origin',
  });
  if (!answer.ok) throw new Error('the file was not given');
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = 'rows-to-mend.csv';
  link.click();
  URL.revokeObjectURL(address);
}

export interface RejectsProps {
  readonly id: string;
  readonly count: number;
}

/** The rows that could not be read: as a file with reasons, to mend and import again. */
export function Rejects({ id, count }: RejectsProps) {
  const [failed, setFailed] = useState(false);
  return (
    <Card title={IMPORTED.mend} aside={count} hint={IMPORTED.mendHint}>
      <div className={styles.choices}>
        <Button
          onClick={() =>
            download(id).then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        >
          {IMPORTED.download}
        </Button>
        <Button component="a" href="/app/import" variant="default">
          {IMPORTED.again}
        </Button>
      </div>
      {failed ? (
        <p className={styles.wrong} role="alert">
          {IMPORTED.downloadFailed}
        </p>
      ) : null}
    </Card>
  );
}
