import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { WRONG, wrongRowForm } from '#modules/mending/pages/wrong-form.ts';
import { endContactPoint } from '../../contract.ts';
import { pointWords, rulesForUse } from '../../words.ts';
import { endForm, reachForm } from '../forms/all-forms.ts';
import { type CardProps, open } from './card-props.ts';
import { AddButton, Row, Rows } from './rows.tsx';

/** Every telephone, e-mail and address with the rules for using it. */
export function ReachCard({ chart, family, edit }: CardProps) {
  const names = new Map(family.relatives.map(({ id, name }) => [id, name]));
  return (
    <Card
      title="How to reach them"
      aside={<AddButton label="Add a way" run={edit && (() => edit(reachForm(chart, family)))} />}
    >
      <Rows none="No way to reach them is known.">
        {open(family.contactPoints).map((point) => (
          <Row
            key={point.id}
            main={
              <>
                {pointWords(point)} {point.confidential ? <Chip tone="brick">confidential</Chip> : null}
              </>
            }
            more={[
              point.relative ? (names.get(point.relative) ?? '') : 'The youth',
              rulesForUse(point).join(' · '),
              point.kind === 'address' ? `Since ${dayInWords(point.from, family.today)}` : '',
            ].filter(Boolean)}
            actions={
              edit
                ? [
                    { label: 'Change', about: pointWords(point), run: () => edit(reachForm(chart, family, point)) },
                    {
                      label: 'End',
                      seldom: true,
                      about: pointWords(point),
                      run: () => edit(endForm('This works no more', endContactPoint, chart, point.id, family.today)),
                    },
                    {
                      label: WRONG,
                      seldom: true,
                      about: pointWords(point),
                      run: () => edit(wrongRowForm(chart, 'contact_point', point.id, pointWords(point))),
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
