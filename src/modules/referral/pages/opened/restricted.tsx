import type { ReactNode } from 'react';
import { Chip } from '#design-system/page/chip.tsx';
import { rulesForUse } from '#modules/youth/words.ts';
import parts from '../parts.module.css';
import type { Opened } from './opened.ts';
import { TOLD } from './opened-words.ts';

export interface RestrictedProps {
  readonly opened: Pick<Opened, 'restricted'>;
  readonly what: Opened['restricted'][number]['what'];
  readonly children: ReactNode;
}

/** Something told, with what holds of it since: confidential, kept back from this reader, or with rules for its use. */
export function Restricted({ opened, what, children }: RestrictedProps) {
  const now = opened.restricted.find((one) => one.what === what);
  if (!now) return children;
  const rules = now.rules ? rulesForUse({ kind: what, ...now.rules }) : [];
  return (
    <>
      {children} {now.confidential ? <Chip tone="brick">{TOLD.confidential}</Chip> : null}
      {now.ask ? <span className={parts.small}> {now.withheld ? TOLD.withheld : TOLD.ask}</span> : null}
      {rules.length > 0 ? <span className={parts.small}> {rules.join(' · ')}</span> : null}
    </>
  );
}
