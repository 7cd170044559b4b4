import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { printFaceSheet } from '#modules/documents/face-sheet/contract.ts';
import { download } from '#web/staff/data/download.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { words } from '../words.ts';

const { face } = words;

/** The sheet as a tagged PDF. With confidential addresses only for who may, and only when asked for by name. */
export function FaceSheetFile({ chart }: { readonly chart: string }) {
  const may = useMay();
  const [state, setState] = useState<'rest' | 'making' | 'failed'>('rest');
  const save = (confidential: 'leave-off' | 'print') => {
    setState('making');
    download(printFaceSheet, { params: { chart }, query: { confidential }, as: 'face-sheet.pdf' }).then(
      () => setState('rest'),
      () => setState('failed'),
    );
  };
  if (!may('face-sheet.print')) return null;
  const making = state === 'making';
  return (
    <>
      {may('face-sheet.print-confidential') ? (
        <Menu>
          <Menu.Target>
            <Button variant="default" loading={making}>
              {face.file}…
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => save('leave-off')}>{face.withoutConfidential}</Menu.Item>
            <Menu.Item onClick={() => save('print')}>{face.withConfidential}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button variant="default" loading={making} onClick={() => save('leave-off')}>
          {face.file}
        </Button>
      )}
      {state === 'failed' ? <span role="alert">{face.fileFailed}</span> : null}
    </>
  );
}
