import { useState } from 'react';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { Card } from '#design-system/page/card.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { dayHere } from '#web/staff/here.ts';
import { listImports } from '../../import-service/contract.ts';
import { ChooseFile, type ChosenFile } from './choose-file.tsx';
import { FilePreview } from './file-preview.tsx';
import { IMPORT } from './import-words.ts';
import styles from './imports.module.css';

/** A file of referrals: chosen, looked at, and only then imported. */
export default function ImportPage() {
  const [file, setFile] = useState<ChosenFile | null>(null);
  return (
    <WithPanel>
      <p className={styles.back}>
        <a href="/app/referrals">{IMPORT.back}</a>
      </p>
      <PageHeader title={IMPORT.title} summary={file ? file.name : IMPORT.hint} />
      <div className={styles.stack}>
        {file ? <FilePreview file={file} onAnother={() => setFile(null)} /> : <ChooseFile onChosen={setFile} />}
        {file ? null : <Before />}
      </div>
    </WithPanel>
  );
}

function Before() {
  const imports = useRead(listImports, {});
  if (imports.isError) {
    return <FailedState title={IMPORT.beforeFailed} kept={IMPORT.beforeKept} onRetry={() => void imports.refetch()} />;
  }
  return (
    <Card title={IMPORT.before}>
      <DataTable
        caption={IMPORT.before}
        rows={imports.data?.imports ?? []}
        rowKey={(row) => row.id}
        empty={<p className={styles.small}>{imports.isPending ? IMPORT.beforeLoading : IMPORT.beforeNone}</p>}
        columns={[
          { key: 'file', head: IMPORT.file, cell: (row) => <a href={`/app/import/${row.id}`}>{row.fileName}</a> },
          { key: 'on', head: IMPORT.on, cell: (row) => <DayText day={dayHere(row.at)} />, sortBy: (row) => row.at },
          { key: 'by', head: IMPORT.by, cell: (row) => row.by ?? '' },
          { key: 'rows', head: IMPORT.rowCount, cell: (row) => row.rows, align: 'end' },
          { key: 'state', head: IMPORT.state, cell: (row) => IMPORT.states[row.state] },
        ]}
      />
    </Card>
  );
}
