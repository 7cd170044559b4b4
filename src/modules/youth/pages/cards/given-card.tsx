import { Card } from '#design-system/page/card.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { CONSENT_AUTHORITIES, CONSENT_METHODS, CONSENT_PURPOSES, RIGHTS_GIVEN } from '../../given-consents.ts';
import { say } from '../../words.ts';
import type { CardProps } from './card-props.ts';
import { Row, Rows } from './rows.tsx';

/** Every yes on record: to what, whose, by what authority, when and how, and what was explained with it. */
export function GivenCard({ family: { given, today } }: Pick<CardProps, 'family'>) {
  return (
    <Card title="Consent given" hint="Who said yes, to what, by what authority and when.">
      <Rows none="Nobody’s consent is recorded.">
        {given.map(({ id, purpose, by, authority, on, method, language, items, takenBack }) => (
          <Row
            key={`${purpose} ${id}`}
            main={`${say(CONSENT_PURPOSES, purpose)}: ${by ?? 'no name told'}`}
            more={[
              [
                say({ ...CONSENT_AUTHORITIES, 'to-confirm': 'Authority to be confirmed' }, authority),
                on && dayInWords(on, today),
              ]
                .filter(Boolean)
                .join(', '),
              [method && say(CONSENT_METHODS, method), language && `explained in ${language}`]
                .filter(Boolean)
                .join(', '),
              items.map((item) => say(RIGHTS_GIVEN, item)).join(' · '),
              takenBack ? `Taken back ${dayInWords(takenBack, today)}` : '',
            ].filter((line) => line !== '')}
            actions={[]}
          />
        ))}
      </Rows>
    </Card>
  );
}
