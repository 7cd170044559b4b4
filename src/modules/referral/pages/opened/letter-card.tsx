import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { HELP_LINES } from '#modules/directory/help-lines.ts';
import type { Outcome } from '../../contract.ts';
import { type LetterLanguage, lacksReason, letterText } from '../../letter-text.ts';
import type { ReferralDraft } from '../../model.ts';
import { Choose } from '../choose.tsx';
import parts from '../parts.module.css';
import styles from './letter.module.css';
import { LetterSent } from './letter-sent.tsx';
import { cameBack, decisionNow, type Opened } from './opened.ts';
import { LETTER } from './opened-words.ts';
import { isReason, letterNow } from './outcomes.ts';

/** The letter of where it stands now, in the family's language for letters where there is one. */
export function LetterCard({ opened, draft }: { readonly opened: Opened; readonly draft: ReferralDraft }) {
  const [language, setLanguage] = useState<LetterLanguage>(() =>
    (draft.youth.letterLanguage ?? draft.youth.language).code === 'es' ? 'es' : 'en',
  );
  const [copied, setCopied] = useState(false);
  const [own, setOwn] = useState('');
  const decision = decisionNow(opened);
  const back = cameBack(opened);
  const key = decision ? letterNow(decision.outcome as Outcome, back) : null;
  if (!decision) return null;
  const sent = <LetterSent opened={opened} decision={decision} language={language} mayRecord={key !== null} />;
  if (key === null)
    return (
      <Card title={LETTER.title}>
        <p>{LETTER.none}</p>
        {sent}
      </Card>
    );
  const reasons = decision.reasons.filter(isReason);
  const asks = lacksReason(key, reasons);
  const whole = !asks || own.trim() !== '';
  const { subject, paragraphs } = letterText(key, language, {
    youthName: draft.youth.preferredName ?? draft.youth.firstName,
    reasons,
    ownReason: asks ? own : null,
    cmoName: opened.assignments.findLast(({ state }) => state !== 'returned')?.agencyName ?? null,
    csaTelephone: HELP_LINES.performCare.shown,
    daysToAsk: { reconsideration: null, appeal: null },
  });
  const copy = async () => {
    await navigator.clipboard.writeText([subject, ...paragraphs].join('\n\n'));
    setCopied(true);
  };
  return (
    <Card title={LETTER.title} hint={LETTER.hint}>
      <div className={styles.fields}>
        <Choose label={LETTER.language} options={LETTER.languages} value={language} onChange={setLanguage} />
        {asks ? (
          <Textarea
            {...{ label: LETTER.why, description: LETTER.whyHint, value: own }}
            {...{ maxLength: 1000, autosize: true, minRows: 2, required: true }}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
        ) : null}
      </div>
      <article className={styles.letter} lang={language}>
        <h3>{subject}</h3>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </article>
      <div className={parts.choices}>
        <Button variant="default" disabled={!whole} onClick={() => void copy()}>
          {LETTER.copy}
        </Button>
        <Button variant="default" disabled={!whole} onClick={printLetter}>
          {LETTER.print}
        </Button>
        <span role="status">{copied ? LETTER.copied : ''}</span>
      </div>
      {sent}
    </Card>
  );
}

/** Prints the letter alone: the mark on the page is read by the style sheet. */
function printLetter() {
  document.documentElement.dataset['printing'] = 'letter';
  window.print();
  delete document.documentElement.dataset['printing'];
}
