import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { WRONG, wrongRowForm } from '#modules/mending/pages/wrong-form.ts';
import { endOrder, endRelative, unlinkSibling } from '../../contract.ts';
import { authorityWords, consentByAnswer, letterWords, orderWords, relationshipWords, talkWords } from '../../words.ts';
import { endForm, orderForm, relativeForm } from '../forms/all-forms.ts';
import { type CardProps, open } from './card-props.ts';
import styles from './cards.module.css';
import { LinkSibling } from './link-sibling.tsx';
import { AddButton, Row, Rows } from './rows.tsx';

export function RelativesCard({ chart, family, edit }: CardProps) {
  const { today } = family;
  return (
    <Card
      title="Family and caregivers"
      hint="Separate homes are separate people with their own addresses."
      aside={<AddButton label="Add somebody" run={edit && (() => edit(relativeForm(chart)))} />}
    >
      <Rows none="Nobody is named yet.">
        {open(family.relatives).map((relative) => (
          <Row
            key={relative.id}
            main={relative.name}
            more={[
              [relationshipWords(relative.relationship), relative.livesWith ? 'lives with the youth' : null]
                .filter(Boolean)
                .join(' · '),
              `Authority: ${authorityWords(relative.authority)}${stretch(relative.authorityFrom, relative.authorityTo, today)}`,
              capital([talkWords(relative), letterWords(relative.languages)].filter(Boolean).join(' · ')),
            ].filter(Boolean)}
            actions={
              edit
                ? [
                    { label: 'Change', about: relative.name, run: () => edit(relativeForm(chart, relative)) },
                    { label: 'Court order', about: relative.name, run: () => edit(orderForm(chart, today, relative)) },
                    {
                      label: 'End',
                      seldom: true,
                      about: relative.name,
                      run: () =>
                        edit(endForm(`${relative.name} has no part any more`, endRelative, chart, relative.id, today)),
                    },
                    {
                      label: WRONG,
                      seldom: true,
                      about: relative.name,
                      run: () => edit(wrongRowForm(chart, 'relative', relative.id, relative.name)),
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

const stretch = (from: string | null, to: string | null, today: string): string =>
  `${from ? `, from ${dayInWords(from, today)}` : ''}${to ? ` to ${dayInWords(to, today)}` : ''}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function OrdersCard({ chart, family, edit }: CardProps) {
  const names = new Map(family.relatives.map(({ id, name }) => [id, name]));
  const orders = family.orders.filter(({ to }) => to === null || to >= family.today);
  if (orders.length === 0) return null;
  return (
    <Card title="Court orders">
      <Rows none="">
        {orders.map((order) => (
          <Row
            key={order.id}
            main={
              <>
                {orderWords(order.kind)}: {names.get(order.relative)}{' '}
                {order.documentSeen ? null : <Chip tone="marigold">document not seen</Chip>}
              </>
            }
            more={[capital(stretch(order.from, order.to, family.today).slice(2)), order.says].filter(
              (line) => line !== null,
            )}
            actions={
              edit
                ? [
                    ...(order.to === null
                      ? [
                          {
                            label: 'End',
                            about: orderWords(order.kind),
                            run: () => edit(endForm('This order ended', endOrder, chart, order.id, family.today)),
                          },
                        ]
                      : []),
                    {
                      label: WRONG,
                      seldom: true,
                      about: orderWords(order.kind),
                      run: () => edit(wrongRowForm(chart, 'court_order', order.id, orderWords(order.kind))),
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

/** Worked out from dated authority, orders and the birth day; what is not confirmed stays a question. */
export function ConsentCard({ family }: CardProps) {
  const names = new Map(family.relatives.map(({ id, name }) => [id, name]));
  return (
    <Card title="Who may consent today" hint="From what is confirmed here. Rights pass to the young adult at 18.">
      <dl className={styles.said}>
        {consentByAnswer(family.consent, names).map(({ says, matters }) => [
          <dt key={`${says} asked`}>{matters.join(', ')}</dt>,
          <dd key={says}>{says}</dd>,
        ])}
      </dl>
    </Card>
  );
}

export function SiblingsCard({ chart, family, edit }: CardProps) {
  const [linking, setLinking] = useState(false);
  return (
    <Card title="Sisters and brothers here" aside={<AddButton label="Link" run={edit && (() => setLinking(true))} />}>
      <Rows none="No chart of a sister or brother is linked.">
        {family.siblings.map((sibling) => (
          <Row
            key={sibling.chart}
            main={<a href={`/app/youth/${sibling.chart}`}>{sibling.name}</a>}
            more={[]}
            actions={
              edit
                ? [
                    {
                      label: 'Unlink',
                      about: sibling.name,
                      run: () =>
                        edit({
                          title: 'These are not sisters or brothers',
                          fields: [{ name: 'reason', label: 'Why', kind: 'words', required: true }],
                          operation: unlinkSibling,
                          params: { chart },
                          start: {},
                          save: 'Unlink',
                          body: (written) => ({ ...written, other: sibling.chart }),
                        }),
                    },
                  ]
                : []
            }
          />
        ))}
      </Rows>
      {linking ? (
        <LinkSibling
          chart={chart}
          linked={family.siblings.map((sibling) => sibling.chart)}
          onClose={() => setLinking(false)}
        />
      ) : null}
    </Card>
  );
}
