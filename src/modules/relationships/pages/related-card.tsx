import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { capacityOf } from '#modules/audit/pages/capacity-of.ts';
import { Row, Rows } from '#modules/youth/pages/cards/rows.tsx';
import type { Related } from '../contract.ts';
import { GIVEN_KINDS } from '../model.ts';
import { words } from './words.ts';

interface RelatedCardProps {
  readonly title: string;
  /** The sentence for an empty list. */
  readonly none: string;
  readonly related: readonly Related[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Opens the form that ends one; null where this seat may not. */
  readonly onEnd: ((one: Related, relation: string) => void) | null;
}

/** Some of those who may see a chart: as what, from when to when, given by whom and why. */
export function RelatedCard({ title, none, related, today, onEnd }: RelatedCardProps) {
  return (
    <Card title={title} aside={related.length > 0 ? related.length : undefined}>
      <Rows none={none}>
        {related.map((one) => (
          <Row
            key={`${one.relation ?? ''} ${one.kind} ${one.name} ${one.from}`}
            main={
              <>
                {one.name} {one.lookAgain ? <Chip tone="marigold">{words.lookAgain[one.lookAgain]}</Chip> : null}
              </>
            }
            more={linesOf(one, today)}
            actions={actionsOf(one, onEnd)}
          />
        ))}
      </Rows>
    </Card>
  );
}

const kindWords: Readonly<Record<string, string>> = { ...words.otherKinds, ...words.kinds };

function linesOf(one: Related, today: string): string[] {
  const as = kindWords[one.kind] ?? one.kind;
  const capacity = capacityOf(one.capacity);
  return [
    [as, capacity === as ? null : capacity, one.agency].filter(Boolean).join(' · '),
    [words.from(dayInWords(one.from, today), one.to && dayInWords(one.to, today)), words.given(one.givenBy, one.reason)]
      .filter(Boolean)
      .join(', '),
    one.authority ? words.authority(one.authority) : '',
    one.endedBy || one.endReason ? words.ended(one.endedBy, one.endReason) : '',
  ].filter((line) => line !== '');
}

function actionsOf(one: Related, onEnd: RelatedCardProps['onEnd']) {
  const { relation } = one;
  const byHand = (GIVEN_KINDS as readonly string[]).includes(one.kind);
  if (onEnd === null || relation === null || !byHand || one.standing === 'over') return [];
  return [{ label: words.end.button, about: one.name, run: () => onEnd(one, relation) }];
}
