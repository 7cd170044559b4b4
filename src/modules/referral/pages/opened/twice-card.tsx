import { Card } from '#design-system/page/card.tsx';
import type { ReferralDraft } from '../../model.ts';
import type { Opened } from './opened.ts';
import { TWICE } from './opened-words.ts';
import styles from './twice.module.css';
import { TwicePair } from './twice-pair.tsx';

export interface TwiceCardProps {
  readonly opened: Opened;
  readonly draft: ReferralDraft;
  readonly maySettle: boolean;
}

/** Charts that may be the same youth, each beside this referral. */
export function TwiceCard({ opened, draft, maySettle }: TwiceCardProps) {
  if (opened.duplicates.length === 0 && !opened.comparedBeyond) return null;
  return (
    <Card id="here-already" title={TWICE.title} hint={opened.duplicates.length === 0 ? undefined : TWICE.hint}>
      {opened.comparedBeyond ? <p className={styles.beyond}>{TWICE.beyond}</p> : null}
      <div className={styles.pairs}>
        {opened.duplicates.map((other) => (
          <TwicePair key={other.chart} opened={opened} draft={draft} other={other} maySettle={maySettle} />
        ))}
      </div>
    </Card>
  );
}
