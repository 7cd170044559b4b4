import type { ReactNode } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { dayHere } from '#web/staff/here.ts';
import type { ReferralDraft } from '../../model.ts';
import { hourHere } from '../hour-here.ts';
import {
  AUTHORITIES,
  CALLERS,
  CONSENT_ANSWERS,
  DOMAINS,
  GENDERS,
  HEALTH_PLANS,
  INTENSITIES,
  LANGUAGES,
  RELATIONSHIPS,
} from '../labels.ts';
import { shownTelephone } from '../shown-telephone.ts';
import type { Opened } from './opened.ts';
import { TOLD } from './opened-words.ts';
import { Restricted } from './restricted.tsx';
import styles from './told.module.css';

interface Coded<C extends string> {
  readonly code: C;
  readonly asReported: string | null;
}

const codedWords = <C extends string>(list: Readonly<Record<C, string>>, { code, asReported }: Coded<C>) =>
  asReported ? `${list[code]} (“${asReported}”)` : list[code];
const joined = (...parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(', ');

function telephoneOf({ telephone, telephoneExtension, telephoneAsReported }: ReferralDraft['guardian']) {
  const number = shownTelephone(telephone) ?? telephoneAsReported;
  return telephoneExtension ? `${number} ${TOLD.extension} ${telephoneExtension}` : number;
}

function lines(opened: Opened, draft: ReferralDraft): readonly (readonly [string, ReactNode])[] {
  const { youth, guardian, address, consent } = draft;
  const received = opened.referral?.receivedAt ?? draft.receivedOn;
  return [
    [
      TOLD.received,
      <span key="received">
        <DayText day={opened.referral ? dayHere(received) : received} />
        {draft.receivedAt ? `, ${hourHere(received)}` : ''}
      </span>,
    ],
    [TOLD.name, opened.youth && toldName(draft) !== nameNow(opened.youth) && toldName(draft)],
    [TOLD.by, codedWords(CALLERS, draft.caller)],
    [TOLD.through, joined(draft.source, draft.externalId)],
    [TOLD.recorded, opened.referral?.document],
    [TOLD.born, <Born key="born" told={youth} now={opened.born} />],
    [TOLD.gender, codedWords(GENDERS, youth.gender)],
    [
      TOLD.speaks,
      joined(
        ...[youth.language, ...(youth.otherLanguages ?? [])].map((one) => codedWords(LANGUAGES, one)),
        youth.interpreterNeeded && TOLD.interpreter,
      ),
    ],
    [TOLD.letters, youth.letterLanguage && codedWords(LANGUAGES, youth.letterLanguage)],
    [
      TOLD.lives,
      reached(
        opened,
        'address',
        joined(
          address.line,
          address.city,
          joined(address.state, address.zip),
          address.county && `${address.county} County`,
        ),
      ),
    ],
    [
      TOLD.caregiver,
      joined(
        [guardian.firstName, guardian.lastName].filter(Boolean).join(' '),
        codedWords(RELATIONSHIPS, guardian.relationship),
      ),
    ],
    [
      TOLD.caregiverSpeaks,
      joined(
        ...[guardian.language, ...(guardian.otherLanguages ?? [])].map((one) => one && codedWords(LANGUAGES, one)),
      ),
    ],
    [TOLD.telephone, reached(opened, 'telephone', telephoneOf(guardian))],
    [TOLD.mail, reached(opened, 'mail', guardian.email)],
    [TOLD.needs, joined(...draft.domains.map((code) => DOMAINS[code]), ...draft.otherDomains)],
    [TOLD.intensity, draft.intensity && INTENSITIES[draft.intensity]],
    [
      TOLD.consent,
      <span key="consent">
        {joined(
          CONSENT_ANSWERS[consent.given],
          consent.byName,
          consent.given === 'yes' && AUTHORITIES[consent.authority].toLowerCase(),
        )}
        {consent.on ? (
          <>
            , {TOLD.consentOn} <DayText day={consent.on} />
          </>
        ) : null}
      </span>,
    ],
    [TOLD.plan, draft.healthPlan && codedWords(HEALTH_PLANS, draft.healthPlan)],
    [TOLD.medicaid, draft.medicaidId],
    [TOLD.school, draft.school],
    [TOLD.cyber, draft.cyberId],
  ];
}

/** A way to reach them; nothing where none was told. */
function reached(opened: Opened, what: Opened['restricted'][number]['what'], told: string | null): ReactNode {
  if (!told && !opened.restricted.some((one) => one.what === what)) return null;
  return (
    <Restricted key={what} opened={opened} what={what}>
      {told}
    </Restricted>
  );
}

const toldName = ({ youth }: ReferralDraft) => joinedName(youth.firstName, youth.preferredName, youth.lastName);
const nameNow = ({ first, preferred, last }: NonNullable<Opened['youth']>) => joinedName(first, preferred, last);
const joinedName = (first: string, preferred: string | null, last: string) =>
  `${first}${preferred ? ` (${preferred})` : ''} ${last}`;

/** As it was told, and as the record has it where that was set right since. */
function Born({ told, now }: { readonly told: ReferralDraft['youth']; readonly now: string | null }) {
  const whole = (day: string) => <DayText day={day} today="1900-01-01" />;
  const first = (
    <>
      {whole(told.birthDay)}
      {told.birthDayEstimated ? ` (${TOLD.guessed})` : ''}
    </>
  );
  if (now === null || now === told.birthDay) return first;
  return (
    <>
      {first}, {TOLD.nowBorn} {whole(now)}
    </>
  );
}

export interface ToldProps {
  readonly opened: Opened;
  readonly draft: ReferralDraft;
  /** Where the record is set right, for whoever may. */
  readonly setRightAt: string | null;
}

/** The referral as it was registered: what somebody said, not yet judged. */
export function Told({ opened, draft, setRightAt }: ToldProps) {
  return (
    <Card title={TOLD.title} aside={setRightAt ? <a href={setRightAt}>{TOLD.setRight}</a> : null}>
      {draft.situation ? (
        <div className={styles.situation}>
          <h3>{TOLD.situation}</h3>
          <p>{draft.situation}</p>
        </div>
      ) : null}
      <dl className={styles.lines}>
        {lines(opened, draft)
          .filter(([label, value]) => Boolean(value) || label === TOLD.telephone || label === TOLD.needs)
          .map(([label, value]) => (
            <div key={label} className={styles.line}>
              <dt>{label}</dt>
              <dd>{value || <span className={styles.none}>{TOLD.none}</span>}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}
