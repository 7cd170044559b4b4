import { Button, Modal, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { searchCharts } from '#modules/chart/contract.ts';
import { ApiError } from '#web/staff/data/api-error.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useCommand } from '#web/staff/data/use-command.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
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

/** Finds the chart of a sister or brother and links the two, each from its own side. */
export function LinkSibling({ chart, linked, onClose }: LinkSiblingProps) {
  const [text, setText] = useState('');
  const writes = useRef(new Map<string, readonly [string, string]>());
  const search = useWrite(searchCharts, { changes: [] });
  const link = useCommand(linkSibling, { changes: ['youth', 'chart'] });
  const run = async (other: string) => {
    // The same two ids when tried again, so that half a link is completed and not made twice.
    const [here, there] = writes.current.get(other) ?? [newId(), newId()];
    writes.current.set(other, [here, there]);
    try {
      await link.mutateAsync({ params: { chart }, body: { id: here, other } });
      await link.mutateAsync({ params: { chart: other }, body: { id: there, other: chart } });
      onClose();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  };
  const find = (event: React.FormEvent) => {
    event.preventDefault();
    search.mutate({ body: { text, limit: 20 } });
  };
  // A youth another agency holds is only known to be there: half of the link would be refused.
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
              actions={[{ label: 'Link', about: one.name, run: () => void run(one.chart) }]}
            />
          ))}
        </Rows>
      ) : null}
    </Modal>
  );
}
