import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import { SideBySide } from '#design-system/lists/side-by-side.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import type { ReferralDraft } from '../../model.ts';
import parts from '../parts.module.css';
import { WriteFailed } from '../write-failed.tsx';
import { comparedFields } from './compared.ts';
import type { Opened } from './opened.ts';
import { TWICE } from './opened-words.ts';
import styles from './twice.module.css';
import { type LinkKind, useLinks } from './use-links.ts';

export interface TwicePairProps {
  readonly opened: Opened;
  readonly draft: ReferralDraft;
  readonly other: Opened['duplicates'][number];
  readonly maySettle: boolean;
}

const kindOf = (linked: string | null): LinkKind | undefined =>
  (['same-person', 'not-same-person', 'sibling'] as const).find((kind) => kind === linked);

/** This referral beside one chart that is alike, and what a person says of the two. */
export function TwicePair({ opened, draft, other, maySettle }: TwicePairProps) {
  const links = useLinks(opened, other.chart);
  const kind = kindOf(other.linked);
  const differs = TWICE.kinds['not-same-person'];
  return (
    <div className={styles.pair}>
      <p className={styles.head}>
        <a href={`/app/referrals/${other.chart}`}>{TWICE.openChart}</a>
        <Chip tone={other.score >= 60 ? 'marigold' : 'stone'}>{TWICE.alike(other.score)}</Chip>
      </p>
      <SideBySide
        caption={TWICE.caption}
        leftName={TWICE.mine}
        rightName={TWICE.theirs(other.number, other.holderName)}
        fields={comparedFields(draft, other)}
      />
      {kind ? <Linked kind={kind} links={links} mayUndo={maySettle} /> : null}
      {maySettle && opened.holder.own && !kind ? (
        <div className={parts.choices}>
          <SameYouth links={links} />
          <Button variant="default" onClick={() => links.link('not-same-person', null)} loading={links.busy}>
            {differs}
          </Button>
          <Button variant="default" onClick={() => links.link('sibling', null)} loading={links.busy}>
            {TWICE.kinds.sibling}
          </Button>
        </div>
      ) : null}
      <WriteFailed error={links.error} />
    </div>
  );
}

function SameYouth({ links }: { readonly links: ReturnType<typeof useLinks> }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{TWICE.kinds['same-person']}…</Button>
      <ReasonDialog
        open={asking}
        title={TWICE.confirm}
        label={TWICE.why}
        hint={TWICE.whyHint}
        confirm={TWICE.confirmButton}
        busy={links.busy}
        onConfirm={(reason) => {
          setAsking(false);
          links.link('same-person', reason);
        }}
        onClose={() => setAsking(false)}
      >
        <p>{TWICE.confirmWords}</p>
      </ReasonDialog>
    </>
  );
}

interface LinkedProps {
  readonly kind: LinkKind;
  readonly links: ReturnType<typeof useLinks>;
  readonly mayUndo: boolean;
}

function Linked({ kind, links, mayUndo }: LinkedProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.linked} role="status">
      <span>{TWICE.linked[kind]}</span>
      {mayUndo ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {TWICE.undo}…
        </Button>
      ) : null}
      <ReasonDialog
        open={asking}
        title={TWICE.undoTitle}
        label={TWICE.undoWhy}
        confirm={TWICE.undoButton}
        busy={links.busy}
        onConfirm={(reason) => {
          setAsking(false);
          links.undo(kind, reason);
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
