import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { WRONG, type WrongFact, wrongFactForm, wrongRowForm } from '#modules/mending/pages/wrong-form.ts';
import { endAlert, endCoverage } from '../../contract.ts';
import { PRESUMPTIVE_FACTS } from '../../model.ts';
import { coverageWords, stepWords, supportWords } from '../../words.ts';
import { alertForm, coverageForm, endForm, presumptiveForm, schoolForm } from '../forms/all-forms.ts';
import { planWords } from '../plan-words.ts';
import { type CardProps, open } from './card-props.ts';
import { AddButton, Row, type RowAction, Rows } from './rows.tsx';

export function AlertsCard({ chart, family, edit }: CardProps) {
  return (
    <Card title="Alerts" aside={<AddButton label="Raise an alert" run={edit && (() => edit(alertForm(chart)))} />}>
      <Rows none="No alerts.">
        {open(family.alerts).map(({ id, words, from, code }) => (
          <Row
            key={id}
            main={<Chip tone="brick">{words}</Chip>}
            more={[`Since ${dayInWords(from, family.today)}`]}
            actions={
              // An order's alert goes when the order ends.
              edit && code !== 'no-contact-order'
                ? [
                    {
                      label: 'Take away',
                      about: words,
                      run: () => edit(endForm('This alert is over', endAlert, chart, id, family.today)),
                    },
                    {
                      label: WRONG,
                      seldom: true,
                      about: words,
                      run: () => edit(wrongRowForm(chart, 'alert', id, words)),
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
            main={[coverageWords(row.kind), row.plan ? planWords(row.plan) : null].filter(Boolean).join(': ')}
            more={[
              row.planState === 'choice-pending' ? 'Plan not chosen yet' : null,
              row.memberNumber ? `Member number ${row.memberNumber}` : null,
              row.specialPrograms.length > 0 ? `Special programs: ${row.specialPrograms.join(', ')}` : null,
              `From ${dayInWords(row.from, today)}`,
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
                      seldom: true,
                      about: coverageWords(row.kind),
                      run: () => edit(endForm('This coverage ended', endCoverage, chart, row.id, today)),
                    },
                    {
                      label: WRONG,
                      seldom: true,
                      about: coverageWords(row.kind),
                      run: () => edit(wrongRowForm(chart, 'coverage', row.id, coverageWords(row.kind))),
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
          <Row
            key={`${step} ${on}`}
            main={stepWords(step)}
            more={[dayInWords(on, family.today)]}
            actions={wrongFact(edit, chart, { ...factOfStep(step), on }, stepWords(step))}
          />
        ))}
      </Rows>
    </Card>
  );
}

/** What nobody said yet is asked first, and not said here. */
const CONSENT_TO_TALK: Readonly<Record<string, string>> = {
  true: 'We may talk with the school',
  false: 'Do not talk with the school',
};

const factOfStep = (step: string) => PRESUMPTIVE_FACTS[step as keyof typeof PRESUMPTIVE_FACTS];

/** The action that says a fact was recorded wrongly. */
function wrongFact(
  edit: CardProps['edit'],
  chart: string,
  fact: WrongFact,
  about: string,
  label: string = WRONG,
): RowAction[] {
  const form = edit && wrongFactForm(chart, fact, about);
  return form ? [{ label, about, seldom: true, run: () => edit(form) }] : [];
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
              [one.district, one.grade ? `Grade ${one.grade}` : null].filter(Boolean).join(' · '),
              one.support && one.support !== 'unknown' ? `Support: ${supportWords(one.support)}` : null,
              one.lastIepOn ? `Last IEP meeting ${dayInWords(one.lastIepOn, family.today)}` : null,
              one.nextAnnualOn ? `Next yearly review ${dayInWords(one.nextAnnualOn, family.today)}` : null,
              one.nextReevaluationOn ? `Next re-evaluation ${dayInWords(one.nextReevaluationOn, family.today)}` : null,
              one.classification ? `Classification: ${one.classification}` : null,
              CONSENT_TO_TALK[String(one.consentToTalk)] ?? null,
            ].filter((line) => line !== null && line !== '')}
            actions={
              edit
                ? [
                    { label: 'Change', about: one.name, run: () => edit(schoolForm(chart, one)) },
                    ...(one.lastIepOn
                      ? wrongFact(
                          edit,
                          chart,
                          { kind: 'school.iep-held', on: one.lastIepOn },
                          'IEP meeting',
                          'Set IEP day right…',
                        )
                      : []),
                    {
                      label: WRONG,
                      seldom: true,
                      about: one.name,
                      run: () => edit(wrongRowForm(chart, 'school', one.id, one.name)),
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
