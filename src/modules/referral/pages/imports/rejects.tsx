import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { download } from '#web/staff/data/download.ts';
import { readRejects } from '../../import-service/contract.ts';
import { IMPORTED } from './import-words.ts';
import styles from './imports.module.css';

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
            download(readRejects, { params: { import: id }, as: 'rows-to-mend.csv' }).then(
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
