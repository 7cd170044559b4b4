import { Textarea } from '@mantine/core';
import type { ApiError } from '#web/staff/data/api-error.ts';
import parts from '../parts.module.css';
import { GATE } from '../words.ts';

/** A soft gate that was not shown to be open, with the clause it comes from. */
export interface ClosedGate {
  readonly gate: string;
  readonly cite: string;
  readonly title: { readonly en: string };
  readonly unmet: readonly string[];
}

/** The gates a person may go through with a reason; none for any other refusal. */
export function gatesOf(error: ApiError | null): readonly ClosedGate[] {
  if (error?.problem?.code !== 'gate-needs-a-reason') return [];
  return (error.problem['gates'] as readonly ClosedGate[] | undefined) ?? [];
}

interface GoOnProps {
  readonly gates: readonly ClosedGate[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** What is not shown to be so, and room for why to go on all the same. */
export function GoOn({ gates, reason, onReason }: GoOnProps) {
  return (
    <>
      <ul className={parts.small}>
        {gates.map(({ gate, title, cite, unmet }) => (
          <li key={gate}>{GATE.unmet(title.en, cite, unmet.join(', '))}</li>
        ))}
      </ul>
      <Textarea
        id="enrol-reason"
        label={GATE.label}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
      />
    </>
  );
}
