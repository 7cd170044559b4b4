import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { endIdentifier } from '../../contract.ts';
import { readWords, spokenWords } from '../../languages.ts';
import { IDENTIFIER_KINDS } from '../../model.ts';
import { interpreterWords, say } from '../../words.ts';
import { identifierForm, youthForm } from '../forms/all-forms.ts';
import { type CardProps, open } from './card-props.ts';
import styles from './cards.module.css';
import { AddButton, Row, Rows } from './rows.tsx';

export function YouthCard({ chart, family, edit }: CardProps) {
  const { youth } = family;
  const said: readonly (readonly [string, React.ReactNode])[] = [
    ['Legal name', `${youth.legalFirst} ${youth.legalLast}`],
    ['Preferred name', youth.preferredName],
    ['Pronouns', youth.pronouns],
    ['Gender', youth.gender],
    ['Birth day', youth.born ? <BirthDay key="born" day={youth.born} estimated={youth.bornEstimated} /> : null],
    ['Speaks or signs', spokenWords(youth.languages)],
    ['Reads', readWords(youth.languages)],
    ['Interpreter', interpreterWords(youth.interpreter)],
    ['Race and ethnicity', youth.raceEthnicity.join(', ')],
    ['County', youth.county],
  ];
  return (
    <Card title="The youth" aside={<AddButton label="Change" run={edit && (() => edit(youthForm(chart, youth)))} />}>
      <dl className={styles.said}>
        {said.map(([label, value]) => [
          <dt key={`${label} said`}>{label}</dt>,
          <dd key={label}>{value === null || value === '' ? 'Not said' : value}</dd>,
        ])}
      </dl>
    </Card>
  );
}

function BirthDay({ day, estimated }: { readonly day: string; readonly estimated: boolean }) {
  return (
    <>
      <DayText day={day} /> {day.slice(0, 4)}
      {estimated ? ' (estimated)' : null}
    </>
  );
}

export function IdentifiersCard({ chart, family, edit }: CardProps) {
  return (
    <Card title="Numbers elsewhere" aside={<AddButton label="Add" run={edit && (() => edit(identifierForm(chart)))} />}>
      <Rows none="No numbers are known.">
        {open(family.identifiers).map(({ kind, value }) => (
          <Row
            key={`${kind} ${value}`}
            main={value}
            more={[say(IDENTIFIER_KINDS, kind)]}
            actions={
              edit
                ? [
                    {
                      label: 'End',
                      about: value,
                      run: () =>
                        edit({
                          title: 'End this number',
                          fields: [{ name: 'reason', label: 'Why', kind: 'words', required: true }],
                          operation: endIdentifier,
                          params: { chart },
                          start: {},
                          save: 'End it',
                          body: (written) => ({ ...written, kind, value }),
                        }),
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
