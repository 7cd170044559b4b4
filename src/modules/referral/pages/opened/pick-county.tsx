import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { loadCounties } from '../register/counties.ts';
import type { OpenedTask } from './opened.ts';
import { TASKS } from './opened-words.ts';

/** The county a ZIP lies in, where it lies in one alone; empty otherwise. */
export function onlyCounty(detail: OpenedTask['detail']): string {
  const told = detail['zipCounties'];
  return typeof told === 'string' && !told.includes(',') ? told : '';
}

interface PickCountyProps {
  readonly value: string;
  readonly onChange: (county: string) => void;
  readonly error: string | undefined;
}

/** One of New Jersey's counties: where the referral goes follows from it. */
export function PickCounty({ value, onChange, error }: PickCountyProps) {
  const counties = useQuery({
    queryKey: ['directory.counties'],
    queryFn: loadCounties,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <NativeSelect
      label={TASKS.county}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      required
      data={[
        { value: '', label: TASKS.chooseCounty },
        ...(counties.data?.names ?? (value ? [value] : [])).map((name) => ({ value: name, label: `${name} County` })),
      ]}
    />
  );
}
