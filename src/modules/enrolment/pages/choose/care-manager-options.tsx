import { Radio } from '@mantine/core';
import { LoadBar } from '#design-system/pictures/load-bar.tsx';
import type { Caseloads } from '../board/teams.ts';
import parts from '../parts.module.css';
import { CHOOSE } from '../words.ts';

export interface CareManagerOptionsProps {
  readonly loads: Caseloads;
  readonly value: string;
  readonly onChange: (seat: string) => void;
  readonly error: string | undefined;
}

/** Care managers to choose from, the lightest load first, each drawn against the ratio. */
export function CareManagerOptions({ loads, value, onChange, error }: CareManagerOptionsProps) {
  const lightest = [...loads.careManagers].sort((a, b) => a.charts - b.charts || a.name.localeCompare(b.name));
  return (
    <Radio.Group label={CHOOSE.which} value={value} onChange={onChange} error={error}>
      <div className={parts.options}>
        {lightest.map((one) => (
          <Radio
            key={one.seat}
            value={one.seat}
            label={<LoadBar name={one.name} carrying={one.charts} ratio={loads.ratio.families} />}
            styles={{ labelWrapper: { flex: 1 }, body: { alignItems: 'center' } }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
