import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { searchCharts } from '#modules/chart/contract.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { linkSibling } from '../../contract.ts';
import { REFUSALS } from '../forms/words.ts';
import { Row, Rows } from './rows.tsx';

interface LinkSiblingProps {
  readonly chart: string;
  /** Charts linked already. */
  readonly linked: readonly string[];
  readonly onClose: () => void;
}

/** Finds the chart of a sister or brother and links the two. */
export function LinkSibling({ chart, linked, onClose }: LinkSiblingProps) {
  const [text, setText] = useState('');
  const [identified] = useWriteId();
  const search = useWrite(searchCharts, { changes: [] });
  const link = useWrite(linkSibling, { changes: ['youth', 'chart'], onDone: onClose });
  const find = (event: React.FormEvent) => {
    event.preventDefault();
    search.mutate({ body: { text, limit: 20 } });
  };
  // A youth another agency holds is only known to be there.
  const linkable = (search.data?.found ?? []).filter(({ stage }) => stage !== 'known');
  const found = linkable.filter((one) => one.chart !== chart && !linked.includes(one.chart));
  return (
    <Modal opened onClose={onClose} title="Link a sister or brother">
      <form onSubmit={find}>
        <TextInput
          label="Name, number or telephone"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" variant="default" mt="sm" loading={search.isPending} disabled={text.trim().length < 2}>
          Find
        </Button>
      </form>
      <WriteFailed error={link.error} refusals={REFUSALS} />
      {search.data ? (
        <Rows none="Nobody else is found within this seat’s reach.">
          {found.map((one) => (
            <Row
              key={one.chart}
              main={one.name}
              more={[
                [`chart ${one.number}`, one.born ? `born ${one.born}` : null, one.county].filter(Boolean).join(' · '),
              ]}
              actions={[
                {
                  label: 'Link',
                  about: one.name,
                  run: () => link.mutate({ params: { chart }, body: identified({ other: one.chart }) }),
                },
              ]}
            />
          ))}
        </Rows>
      ) : null}
    </Modal>
  );
}
