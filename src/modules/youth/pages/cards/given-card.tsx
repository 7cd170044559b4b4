import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { WRONG, wrongFactForm } from '#modules/mending/pages/wrong-form.ts';
import { useSeat } from '#web/staff/session/use-seat.ts';
import type { FamilyRecord } from '../../family-record.ts';
import { CONSENT_AUTHORITIES, CONSENT_METHODS, CONSENT_PURPOSES, RIGHTS_GIVEN } from '../../given-consents.ts';
import { say } from '../../words.ts';
import { takeBackForm, yesAgainForm } from '../forms/consent-forms.ts';
import type { CardProps } from './card-props.ts';
import styles from './cards.module.css';
import { AddButton, Row, type RowAction, Rows } from './rows.tsx';

type Given = FamilyRecord['given'][number];

/** Every yes on record: to what, whose, by what authority, when and how, and what was explained with it; and whether it was taken back. */
export function GivenCard({ chart, family, edit }: CardProps) {
  const { given, today, enrolled } = family;
  const programme = useSeat()?.programme;
  const care = given.filter(({ purpose }) => purpose === 'care-management');
  const standing = care.findLast(({ takenBack }) => takenBack === null);
  const last = care.at(-1);
  const over = standing === undefined && last?.takenBack ? last.takenBack : null;
  const again = edit && over && enrolled ? () => edit(yesAgainForm(chart, family)) : null;
  return (
    <Card
      title="Consent given"
      hint="Who said yes, to what, by what authority and when."
      aside={<AddButton label="Yes again" run={again} />}
    >
      {over ? <NoYesStands chart={chart} on={over.on} family={family} /> : null}
      <Rows none="Nobody’s consent is recorded.">
        {given.map((yes) => (
          <Row
            key={`${yes.purpose} ${yes.id}`}
            main={
              <>
                {say(CONSENT_PURPOSES, yes.purpose)}: {yes.by ?? 'no name told'}{' '}
                {yes.takenBack ? <Chip tone="marigold">taken back</Chip> : null}
              </>
            }
            more={linesOf(yes, today)}
            actions={edit ? actionsOf(yes, { chart, family, standing, programme, edit }) : []}
          />
        ))}
      </Rows>
    </Card>
  );
}

interface NoYesProps {
  readonly chart: string;
  /** The day since which no yes stands. */
  readonly on: string;
  readonly family: Pick<FamilyRecord, 'today' | 'enrolled'>;
}

/** What follows from a yes that was taken back, and what can be done. */
function NoYesStands({ chart, on, family: { today, enrolled } }: NoYesProps) {
  return (
    <p className={styles.more} role="note">
      No yes to care management has stood since {dayInWords(on, today)}. The chart goes to no other organization.
      {enrolled ? (
        <>
          {' '}
          Care management is a choice: either somebody with the say says yes again, or it{' '}
          <a href={`/app/referrals/${chart}/leave`}>ends</a>. What is owed goes on until then.
        </>
      ) : null}
    </p>
  );
}

function linesOf({ authority, on, method, language, items, takenBack }: Given, today: string): string[] {
  const known = { ...CONSENT_AUTHORITIES, 'to-confirm': 'Authority to be confirmed' };
  return [
    [say(known, authority), on && dayInWords(on, today)].filter(Boolean).join(', '),
    [method && say(CONSENT_METHODS, method), language && `explained in ${language}`].filter(Boolean).join(', '),
    items.map((item) => say(RIGHTS_GIVEN, item)).join(' · '),
    takenBack ? takenBackWords(takenBack, today) : '',
    takenBack?.reason ? `Why: ${takenBack.reason}` : '',
  ].filter((line) => line !== '');
}

function takenBackWords({ on, by, authority }: NonNullable<Given['takenBack']>, today: string): string {
  const whose = [by && `by ${by}`, authority && say(CONSENT_AUTHORITIES, authority).toLowerCase()].filter(Boolean);
  return [`Taken back ${dayInWords(on, today)}`, ...whose].join(', ');
}

interface Around extends Pick<CardProps, 'chart' | 'family'> {
  readonly edit: NonNullable<CardProps['edit']>;
  readonly standing: Given | undefined;
  readonly programme: string | undefined;
}

function actionsOf(yes: Given, { chart, family, standing, programme, edit }: Around): RowAction[] {
  const about = `${say(CONSENT_PURPOSES, yes.purpose)}, ${yes.by ?? 'no name told'}`;
  if (yes === standing)
    return [{ label: 'Taken back…', about, seldom: true, run: () => edit(takeBackForm(chart, family, programme)) }];
  const { on, entry } = yes.takenBack ?? {};
  const wrong = on && entry && wrongFactForm(chart, { kind: 'consent.revoked', on, data: entry }, 'Consent taken back');
  return wrong ? [{ label: WRONG, about, seldom: true, run: () => edit(wrong) }] : [];
}
