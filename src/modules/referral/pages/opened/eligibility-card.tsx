import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import type { ReferralDraft } from '../../model.ts';
import parts from '../parts.module.css';
import { Decisions } from './decisions.tsx';
import { EligibilityForm } from './eligibility-form.tsx';
import { decisionNow, type Opened } from './opened.ts';
import { ELIGIBILITY } from './opened-words.ts';

export interface EligibilityCardProps {
  readonly opened: Opened;
  readonly draft: ReferralDraft;
  readonly mayDecide: boolean;
}

/** What was decided, and the questions when there is something to decide. Asking for more information decides nothing yet. */
export function EligibilityCard({ opened, draft, mayDecide }: EligibilityCardProps) {
  const [again, setAgain] = useState(false);
  const [round, setRound] = useState(0);
  const decision = decisionNow(opened);
  const decided = decision !== undefined && decision.outcome !== 'more-information';
  const asking = mayDecide && (decided ? again : true);
  if (!mayDecide && !decision) {
    return (
      <Card title={ELIGIBILITY.title}>
        <p>{ELIGIBILITY.notYet}</p>
      </Card>
    );
  }
  return (
    <Card id="eligibility" title={ELIGIBILITY.title} hint={asking ? ELIGIBILITY.hint : undefined}>
      {opened.decisions.length > 0 ? <Decisions opened={opened} /> : null}
      {asking ? (
        <EligibilityForm
          // Begins anew only once it was saved here: what others settle or decide meanwhile takes nothing away from it.
          key={round}
          opened={opened}
          draft={draft}
          reconsiders={decided}
          onBegun={() => setAgain(true)}
          onDone={() => {
            setAgain(false);
            setRound(round + 1);
          }}
          onClose={decided ? () => setAgain(false) : undefined}
        />
      ) : null}
      {mayDecide && decided && !again ? (
        <div className={parts.choices}>
          <Button variant="default" onClick={() => setAgain(true)}>
            {ELIGIBILITY.reconsider}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
