import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Choose } from '../choose.tsx';
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
import { CountyFields } from './county-fields.tsx';
import { Line, Lines, OtherWords, Pick } from './fields.tsx';
import styles from './form.module.css';
import { useForm } from './form-state.ts';
import { FORM, HINTS, LABELS, SECTIONS, SOURCES } from './form-words.ts';

function Section({ of, children }: { readonly of: keyof typeof SECTIONS; readonly children: ReactNode }) {
  const { title, hint } = SECTIONS[of];
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{title}</legend>
      <p className={styles.hint}>{hint}</p>
      <div className={styles.fields}>{children}</div>
    </fieldset>
  );
}

export function DocumentSection() {
  return (
    <Section of="document">
      <div className={styles.whole}>
        <Line name="document" hint={HINTS.document} required />
      </div>
      <Line name="decidedOn" kind="date" required />
      <div className={styles.pair}>
        <Line name="assignedOn" kind="date" required />
        <Line name="assignedHour" kind="time" required />
      </div>
      <p className={styles.aside}>{HINTS.assignedHour}</p>
    </Section>
  );
}

export function ReceivedSection() {
  return (
    <Section of="received">
      <Pick name="caller" options={CALLERS} unchosen={FORM.choose} required />
      <OtherWords of="caller" name="callerWords" />
      <Pick name="source" options={SOURCES} />
      <div className={styles.pair}>
        <Line name="receivedOn" kind="date" required />
        <Line name="receivedHour" kind="time" />
      </div>
      <Line name="externalId" hint={HINTS.externalId} />
    </Section>
  );
}

export function YouthSection() {
  const { values, set } = useForm();
  const interpreter = values.interpreter === 'yes' || values.interpreter === 'no' ? values.interpreter : 'unknown';
  return (
    <Section of="youth">
      <Line name="firstName" required />
      <Line name="lastName" required />
      <Line name="preferredName" hint={HINTS.preferredName} />
      <div className={styles.stacked}>
        <Line name="birthDay" kind="date" required />
        <Checkbox
          label={LABELS.birthDayEstimated}
          checked={values.birthDayEstimated === 'yes'}
          onChange={(event) => set({ birthDayEstimated: event.currentTarget.checked ? 'yes' : '' })}
        />
      </div>
      <Pick name="gender" options={GENDERS} />
      <OtherWords of="gender" name="genderWords" />
      <Pick name="language" options={LANGUAGES} />
      <OtherWords of="language" name="languageWords" />
      <Line name="otherLanguages" hint={HINTS.otherLanguages} />
      <Pick name="letterLanguage" options={LANGUAGES} unchosen={FORM.notAsked} />
      <OtherWords of="letterLanguage" name="letterLanguageWords" />
      <Choose
        label={LABELS.interpreter}
        options={HINTS.interpreters}
        value={interpreter}
        onChange={(next) => set({ interpreter: next })}
      />
    </Section>
  );
}

export function HomeSection() {
  return (
    <Section of="home">
      <div className={styles.whole}>
        <Line name="line" most={300} />
      </div>
      <CountyFields />
    </Section>
  );
}

export function CaregiverSection() {
  return (
    <Section of="caregiver">
      <Line name="caregiverFirst" />
      <Line name="caregiverLast" />
      <Pick name="relationship" options={RELATIONSHIPS} />
      <OtherWords of="relationship" name="relationshipWords" />
      <Line name="telephone" kind="tel" hint={HINTS.telephone} />
      <Line name="mail" kind="email" />
    </Section>
  );
}

export function NeedsSection() {
  const { values, set } = useForm();
  const codes = Object.keys(DOMAINS) as (keyof typeof DOMAINS)[];
  const levels = { ...INTENSITIES, unknown: FORM.notKnown };
  const level = values.intensity in INTENSITIES ? (values.intensity as keyof typeof INTENSITIES) : 'unknown';
  return (
    <Section of="needs">
      <div className={styles.whole}>
        <Checkbox.Group
          label={LABELS.domains}
          value={[...values.domains]}
          onChange={(ticked) => set({ domains: codes.filter((code) => ticked.includes(code)) })}
        >
          <div className={styles.ticks}>
            {codes.map((code) => (
              <Checkbox key={code} value={code} label={DOMAINS[code]} />
            ))}
          </div>
        </Checkbox.Group>
      </div>
      <div className={styles.whole}>
        <Lines name="otherNeeds" rows={2} hint={HINTS.otherNeeds} />
      </div>
      <div className={styles.whole}>
        <Lines name="situation" rows={5} hint={HINTS.situation} />
      </div>
      <div className={styles.whole}>
        <Choose label={LABELS.intensity} options={levels} value={level} onChange={(intensity) => set({ intensity })} />
      </div>
    </Section>
  );
}

export function ConsentSection() {
  const { values, set } = useForm();
  return (
    <Section of="consent">
      <div className={styles.whole}>
        <Choose
          label={LABELS.consent}
          options={CONSENT_ANSWERS}
          value={values.consent}
          onChange={(consent) => set({ consent })}
        />
      </div>
      {values.consent === 'not-recorded' ? null : (
        <>
          <Line name="consentBy" most={300} required={values.consent === 'yes'} />
          <Pick name="authority" options={AUTHORITIES} />
          <Line name="consentOn" kind="date" />
        </>
      )}
    </Section>
  );
}

export function KnownSection() {
  return (
    <Section of="known">
      <Pick name="healthPlan" options={HEALTH_PLANS} unchosen={FORM.notKnown} />
      <Line name="medicaidId" most={300} />
      <Line name="school" most={300} />
      <Line name="cyberId" most={300} />
    </Section>
  );
}
