import { Card } from '#design-system/page/card.tsx';
import { dialOf, HELP_LINES, type HelpLine } from '#modules/directory/help-lines.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readSeatHome } from '../../seat-home/contract.ts';
import styles from './start.module.css';
import type { StartWords } from './words.ts';

interface WhomToCallProps {
  readonly home: AnswerOf<typeof readSeatHome>;
  readonly words: StartWords;
}

/** Telephone numbers: the organization's own when it is known, and in New Jersey the ones that always answer. */
export function WhomToCall({ home: { agency, programme }, words }: WhomToCallProps) {
  const { phone } = agency;
  return (
    <Card title={words.call}>
      <dl className={styles.lines}>
        <dt>{words.own(agency.name)}</dt>
        <dd>{phone ? <Line line={{ shown: phone, dial: dialOf(phone) }} /> : words.noPhone}</dd>
        {programme === 'nj-cmo' ? <Always of={words.performCare} line={HELP_LINES.performCare} /> : null}
        <Always of={words.danger} line={HELP_LINES.emergency} />
        <Always of={words.crisis} line={HELP_LINES.suicideAndCrisis} />
      </dl>
    </Card>
  );
}

function Always({ of, line }: { readonly of: string; readonly line: HelpLine }) {
  return (
    <>
      <dt>{of}</dt>
      <dd>
        <Line line={line} />
      </dd>
    </>
  );
}

const Line = ({ line }: { readonly line: HelpLine }) => <a href={`tel:${line.dial}`}>{line.shown}</a>;
