import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { COLUMN_NAMES } from '../../import/column-names.ts';
import { type ColumnMapping, IMPORT_COLUMNS, type ImportColumn, importColumns } from '../../import/columns.ts';
import { problemWords } from '../../import/problem-words.ts';
import { USUAL_SOURCE } from '../../import/sender.ts';
import { previewImport, startImport } from '../../import-service/contract.ts';
import { TaskChips } from '../queue/task-chips.tsx';
import { WriteFailed } from '../write-failed.tsx';
import type { ChosenFile } from './choose-file.tsx';
import { IMPORT } from './import-words.ts';
import styles from './imports.module.css';
import { OutcomeChip } from './outcome-chip.tsx';
import { plainProblem } from './plain-problem.ts';

type Previewed = AnswerOf<typeof previewImport>;

export interface FilePreviewProps {
  readonly file: ChosenFile;
  readonly onAnother: () => void;
}

/** What would become of a file's rows; columns can be told apart by hand, and the answer follows. */
export function FilePreview({ file, onAnother }: FilePreviewProps) {
  const [mapping, setMapping] = useState<ColumnMapping>();
  const [sender, setSender] = useState('');
  const sent = { fileName: file.name, text: file.text, source: sender.trim() || USUAL_SOURCE };
  const preview = useQuery({
    // The file itself is no part of the key: it rests in the page, not in what is kept of answers.
    queryKey: ['import.preview', file.name, file.text.length, mapping ?? null, sent.source],
    queryFn: ({ signal }) => call(previewImport, { body: { ...sent, mapping } }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (preview.isPending) return <LoadingState label={IMPORT.reading} />;
  if (preview.isError) {
    return (
      <>
        <FailedState title={IMPORT.readFailed} kept={IMPORT.readKept} onRetry={() => void preview.refetch()} />
        <Button variant="default" onClick={onAnother}>
          {IMPORT.another}
        </Button>
      </>
    );
  }
  return (
    <>
      <Becomes preview={preview.data} />
      <Sender sender={sender} onChange={setSender} />
      <Columns preview={preview.data} onChange={setMapping} />
      <First preview={preview.data} />
      <Start sent={sent} preview={preview.data} onAnother={onAnother} />
    </>
  );
}

function Becomes({ preview }: { readonly preview: Previewed }) {
  const words: Readonly<Record<string, string>> = IMPORT.outcomes;
  return (
    <Card title={IMPORT.becomes} aside={IMPORT.rows(preview.rows)}>
      {preview.problems.map((problem) => (
        <p key={`${problem.field} ${problem.code}`} className={styles.wrong}>
          {problemWords(plainProblem(problem))}
        </p>
      ))}
      <ul className={styles.counts}>
        {Object.entries(preview.counts.outcomes).map(([outcome, count]) => (
          <li key={outcome}>
            <strong className="kf-figures">{count.toLocaleString()}</strong> {words[outcome] ?? outcome}
          </li>
        ))}
      </ul>
      <p className={styles.small}>{IMPORT.comparedLater}</p>
    </Card>
  );
}

interface SenderProps {
  readonly sender: string;
  readonly onChange: (sender: string) => void;
}

/** Numbers are told apart by sender: two who count alike are named, and neither meets the other's. */
function Sender({ sender, onChange }: SenderProps) {
  // What would become of the rows is asked for once the name is whole.
  const [typed, setTyped] = useState(sender);
  return (
    <Card title={IMPORT.sender}>
      <TextInput
        label={IMPORT.senderName}
        description={IMPORT.senderHint}
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => onChange(typed)}
      />
    </Card>
  );
}

interface ColumnsProps {
  readonly preview: Previewed;
  readonly onChange: (mapping: ColumnMapping) => void;
}

function Columns({ preview, onChange }: ColumnsProps) {
  const names: Readonly<Record<string, string>> = COLUMN_NAMES;
  const choose = (column: ImportColumn, value: string) => {
    const others = Object.fromEntries(Object.entries(preview.mapping).filter(([name]) => name !== column));
    onChange(value === '' ? others : { ...others, [column]: Number(value) });
  };
  const data = [
    { value: '', label: IMPORT.notThere },
    ...preview.columns.map((label, index) => ({ value: String(index), label })),
  ];
  return (
    <Card title={IMPORT.columns} hint={IMPORT.columnsHint}>
      {preview.missing.length > 0 ? (
        <p className={styles.wrong} role="alert">
          {IMPORT.missing(preview.missing.map((name) => names[name] ?? name).join(', '))}
        </p>
      ) : null}
      <div className={styles.columns}>
        {importColumns.map((column) => (
          <NativeSelect
            key={column}
            label={COLUMN_NAMES[column]}
            withAsterisk={IMPORT_COLUMNS[column].required}
            value={String(preview.mapping[column] ?? '')}
            onChange={(event) => choose(column, event.currentTarget.value)}
            data={data}
          />
        ))}
      </div>
    </Card>
  );
}

function First({ preview }: { readonly preview: Previewed }) {
  return (
    <Card title={IMPORT.first}>
      <DataTable
        caption={IMPORT.first}
        rows={preview.first}
        rowKey={(row) => String(row.line)}
        empty={null}
        columns={[
          { key: 'line', head: IMPORT.line, cell: (row) => row.line, align: 'end' },
          { key: 'name', head: IMPORT.name, cell: (row) => row.name ?? '' },
          {
            key: 'born',
            head: IMPORT.born,
            cell: (row) => (row.birthDay ? <DayText day={row.birthDay} today="1900-01-01" /> : ''),
          },
          {
            key: 'outcome',
            head: IMPORT.outcome,
            cell: (row) => <OutcomeChip outcome={row.outcome} />,
            sortBy: (row) => row.outcome,
          },
          {
            key: 'why',
            head: IMPORT.why,
            cell: (row) => (
              <div>
                {row.problems.map((problem) => (
                  <div key={`${problem.field} ${problem.code}`}>{problemWords(plainProblem(problem))}</div>
                ))}
                {row.tasks.length > 0 ? <TaskChips codes={row.tasks} /> : null}
                {row.tasks.length + row.problems.length === 0 ? <Chip strong={false}>{IMPORT.nothing}</Chip> : null}
              </div>
            ),
          },
        ]}
      />
    </Card>
  );
}

interface StartProps extends Pick<FilePreviewProps, 'onAnother'> {
  readonly sent: { readonly fileName: string; readonly text: string; readonly source: string };
  readonly preview: Previewed;
}

function Start({ sent, preview, onAnother }: StartProps) {
  const [identified] = useWriteId();
  const go = useGo();
  const start = useWrite(startImport, {
    changes: ['import', 'referral'],
    onDone: (answer) => go(`/app/import/${answer.import}`),
  });
  const blocked = preview.missing.length > 0 || preview.rows === 0;
  const body = { ...sent, mapping: preview.mapping };
  return (
    <div>
      <WriteFailed error={start.error} />
      <div className={styles.choices}>
        <Button onClick={() => start.mutate({ body: identified(body) })} loading={start.isPending} disabled={blocked}>
          {IMPORT.start(preview.rows)}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {IMPORT.another}
        </Button>
      </div>
    </div>
  );
}
