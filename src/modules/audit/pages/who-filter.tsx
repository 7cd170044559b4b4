import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/staff/api.ts';
import { useSignal } from '#web/staff/data/signal.ts';
import { seatInUse } from '#web/staff/data/standing.ts';
import { findPeopleInTrail, type TrailPerson } from '../contract.ts';
import styles from './audit.module.css';
import { TRAIL } from './words.ts';

const LEAST = 2;
const PAUSE_MS = 200;

const called = ({ name, agency }: TrailPerson): string => (agency === null ? name : `${name}, ${agency}`);

interface WhoFilterProps {
  /** Whom the address asks for, once it is known what they are called. */
  readonly chosen: TrailPerson | null;
  /** What the address asks for; stays chosen also where nobody in this trail has it. */
  readonly asked: string;
}

/** Whose rows: anybody who stands in this trail, found by how a name begins. What is typed goes with the question, never into an address. */
export function WhoFilter({ chosen, asked }: WhoFilterProps) {
  const [picked, setPicked] = useState<TrailPerson | null>(chosen);
  const [value, setValue] = useState(asked);
  const [typed, setTyped] = useState(chosen ? called(chosen) : '');
  const [settled] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const seat = useSignal(seatInUse);
  // Whoever is chosen stands in the field by name, and is not asked for again.
  const asks = settled.length >= LEAST && !(picked && settled === called(picked));
  const found = useQuery({
    queryKey: [findPeopleInTrail.name, seat, settled],
    queryFn: ({ signal }) => call(findPeopleInTrail, { body: { text: settled } }, signal),
    enabled: asks,
  });
  const people = asks ? (found.data?.people ?? []) : [];
  const known = picked && !people.some(({ id }) => id === picked.id) ? [picked, ...people] : people;
  const waits = found.isPending || typed.trim() !== settled;
  return (
    <Select
      className={styles.who}
      name="person"
      label={TRAIL.person}
      placeholder={TRAIL.anybody}
      searchable
      clearable
      value={value === '' ? null : value}
      onChange={(next) => {
        setValue(next ?? '');
        setPicked(known.find(({ id }) => id === next) ?? null);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      data={known.map((person) => ({ value: person.id, label: called(person) }))}
      // Asked of the server, which forgives accents.
      filter={({ options }) => options}
      nothingFoundMessage={sayNone(asks, waits, found.isError)}
      clearButtonProps={{ 'aria-label': TRAIL.anybody }}
    />
  );
}

function sayNone(asks: boolean, waits: boolean, failed: boolean): string {
  if (!asks) return TRAIL.typeOn;
  if (failed) return TRAIL.notFound;
  return waits ? TRAIL.looking : TRAIL.nobody;
}
