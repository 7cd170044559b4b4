import { Button } from '@mantine/core';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import parts from '../parts.module.css';
import { BOARD, STAGES } from '../words.ts';
import type { Caseloads } from './teams.ts';

export interface GapProps {
  readonly unassigned: Caseloads['unassigned'];
  readonly mayAssign: boolean;
}

/** Youth nobody is accountable for: never a gap unseen. */
export function Gap({ unassigned, mayAssign }: GapProps) {
  if (unassigned.length === 0) return <p className={parts.small}>{BOARD.gapNone}</p>;
  const shares = mayAssign && unassigned.length > 1;
  return (
    <Card
      title={BOARD.gap(unassigned.length)}
      hint={BOARD.gapHint}
      aside={shares ? <a href="/app/caseload/move?from=nobody">{BOARD.shareOut}</a> : undefined}
    >
      <ul className={parts.gap}>
        {unassigned.map((youth) => (
          <li key={youth.chart}>
            <span>
              <a className={parts.name} href={`/app/youth/${youth.chart}`}>
                {youth.name}
              </a>{' '}
              <Chip tone="marigold">{STAGES[youth.stage] ?? youth.stage}</Chip>{' '}
              <span className={parts.small}>
                {youth.since ? (
                  <>
                    {BOARD.since} <DayText day={youth.since} />
                  </>
                ) : null}
                {youth.county ? ` · ${youth.county}` : ''}
              </span>
            </span>
            {mayAssign ? (
              <Button
                component="a"
                href={`/app/caseload/youth/${youth.chart}`}
                variant="default"
                aria-label={BOARD.chooseFor(youth.name)}
              >
                {BOARD.choose}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
