import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { HEALTH_PLANS } from '#modules/referral/codes.ts';
import { endAlert, endCoverage } from '../../contract.ts';
import { coverageWords, say, stepWords, supportWords } from '../../words.ts';
import { alertForm, coverageForm, endForm, presumptiveForm, schoolForm } from '../forms/all-forms.ts';
import { type CardProps, open } from './card-props.ts';
import { AddButton, Row, Rows } from './rows.tsx';

export function AlertsCard({ chart, family, edit }: CardProps) {
  return (
    <Card title="Alerts" aside={<AddButton label="Raise an alert" run={edit && (() => edit(alertForm(chart)))} />}>
      <Rows none="No alerts.">
        {open(family.alerts).map(({ id, words, from, code }) => (
          <Row
            key={id}
            main={<Chip tone="brick">{words}</Chip>}
            more={[`Since ${from}`]}
            actions={
              // An order's alert goes when the order ends.
              edit && code !== 'no-contact-order'
                ? [
                    {
                      label: 'Take away',
                      about: words,
                      run: () => edit(endForm('This alert is over', endAlert, chart, id, family.today)),
                    },
                  ]
                : []
            }
          />
        ))}
      </Rows>
    </Card>
  );
}

export function CoverageCard({ chart, family, edit }: CardProps) {
  const { today } = family;
  return (
    <Card title="Coverage" aside={<AddButton label="Add" run={edit && (() => edit(coverageForm(chart, family)))} />}>
      <Rows none="No coverage is recorded.">
        {open(family.coverage).map((row) => (
          <Row
            key={row.id}
            main={[coverageWords(row.kind), row.plan ? say(HEALTH_PLANS, row.plan) : null].filter(Boolean).join(': ')}
            more={[
              row.planState === 'choice-pending' ? 'Plan not chosen yet' : null,
              row.memberNumber ? `Member number ${row.memberNumber}` : null,
              row.specialPrograms.length > 0 ? `Special programs: ${row.specialPrograms.join(', ')}` : null,
              `From ${row.from}`,
            ].filter((line) => line !== null)}
            actions={
              edit
                ? [
                    {
                      label: 'Change',
                      about: coverageWords(row.kind),
                      run: () => edit(coverageForm(chart, family, row)),
                    },
                    {
                      label: 'End',
                      about: coverageWords(row.kind),
                      run: () => edit(endForm('This coverage ended', endCoverage, chart, row.id, today)),
                    },
                  ]
                : []
            }
          />
        ))}
      </Rows>
    </Card>
  );
}

export function PresumptiveCard({ chart, family, edit }: CardProps) {
  const add = edit && (() => edit(presumptiveForm(chart, family.today)));
  return (
    <Card title="Presumptive eligibility" aside={<AddButton label="Record a step" run={add} />}>
      <Rows none="No step is recorded.">
        {family.presumptive.map(({ step, on }) => (
          <Row key={`${step} ${on}`} main={stepWords(step)} more={[on]} actions={[]} />
        ))}
      </Rows>
    </Card>
  );
}

export function SchoolCard({ chart, family, edit }: CardProps) {
  const [school] = open(family.schools);
  return (
    <Card
      title="School"
      aside={
        <AddButton
          label={school ? 'Another school' : 'Add a school'}
          run={edit && (() => edit(schoolForm(chart, undefined, school?.id ?? null)))}
        />
      }
    >
      <Rows none="No school is recorded.">
        {open(family.schools).map((one) => (
          <Row
            key={one.id}
            main={one.name}
            more={[
              [one.district, one.grade ? `grade ${one.grade}` : null].filter(Boolean).join(' · '),
              one.support && one.support !== 'unknown' ? `Support: ${supportWords(one.support)}` : null,
              one.lastIepOn ? `Last IEP meeting ${one.lastIepOn}` : null,
              one.nextAnnualOn ? `Next yearly review ${one.nextAnnualOn}` : null,
              one.consentToTalk === false ? 'Do not talk with the school' : null,
            ].filter((line) => line !== null && line !== '')}
            actions={edit ? [{ label: 'Change', about: one.name, run: () => edit(schoolForm(chart, one)) }] : []}
          />
        ))}
      </Rows>
    </Card>
  );
}
