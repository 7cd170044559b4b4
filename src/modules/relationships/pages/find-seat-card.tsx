import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { capacityOf } from '#modules/audit/pages/capacity-of.ts';
import { Row, Rows } from '#modules/youth/pages/cards/rows.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { type FoundSeat, findSeats } from '../contract.ts';
import { words } from './words.ts';

interface FindSeatCardProps {
  readonly chart: string;
  readonly onChosen: (seat: FoundSeat) => void;
}

/** Finds somebody's seat by part of a name; asked in the body of a request, so that no address keeps the name. */
export function FindSeatCard({ chart, onChosen }: FindSeatCardProps) {
  const [text, setText] = useState('');
  const search = useWrite(findSeats, { changes: [] });
  const find = (event: React.FormEvent) => {
    event.preventDefault();
    search.mutate({ params: { chart }, body: { text } });
  };
  return (
    <Card title={words.add.title} hint={words.add.hint}>
      <form onSubmit={find}>
        <TextInput label={words.add.name} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button type="submit" variant="default" mt="sm" loading={search.isPending} disabled={text.trim().length < 2}>
          {words.add.find}
        </Button>
      </form>
      <WriteFailed error={search.error} />
      {search.data ? (
        <Rows none={words.add.none}>
          {search.data.found.map((seat) => (
            <Row
              key={seat.seat}
              main={seat.name}
              more={[[capacityOf(seat.capacity), seat.title, seat.agency].filter(Boolean).join(' · ')]}
              actions={[{ label: words.add.button, about: seat.name, run: () => onChosen(seat) }]}
            />
          ))}
        </Rows>
      ) : null}
    </Card>
  );
}
