import { LoadingState } from '#design-system/states/loading-state.tsx';
import { readFamily } from '#modules/youth/contract.ts';
import type { FamilyRecord } from '#modules/youth/family-record.ts';
import {
  authorityWords,
  consentByAnswer,
  letterWords,
  orderWords,
  pointWords,
  relationshipWords,
  rulesForUse,
  talkWords,
} from '#modules/youth/words.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { sayFullDay } from '../say.ts';
import { words } from '../words.ts';
import styles from './face.module.css';
import { Part } from './part.tsx';

const { face } = words;

/** Who the family is and by what right, who may consent, and how each may be reached: what the printed sheet says too. */
export function FamilyParts({ chart }: { readonly chart: string }) {
  const read = useRead(readFamily, { params: { chart } });
  if (read.isPending) return <LoadingState label={face.familyLoading} rows={4} />;
  if (read.isError) return <p role="alert">{face.familyFailed}</p>;
  const family = read.data;
  const names = new Map(family.relatives.map(({ id, name }) => [id, name]));
  const people = family.relatives.filter(({ to }) => to === null);
  // A confidential way to reach somebody is not put on a sheet that travels.
  const reach = family.contactPoints.filter(({ to, confidential }) => to === null && !confidential);
  const left = family.contactPoints.some(({ to, confidential }) => to === null && confidential);
  return (
    <>
      <Part title={face.family}>
        {people.length === 0 ? (
          <p>{face.noPeople}</p>
        ) : (
          <Rows
            heads={[face.who, face.authority, face.orders]}
            rows={people.map((one) => ({
              id: one.id,
              cells: [whoOf(one), authorityOf(one), ordersOf(family, one.id)],
            }))}
          />
        )}
        {reach.length === 0 ? (
          <p>{face.noReach}</p>
        ) : (
          <Rows
            heads={[face.who, face.how, face.rules]}
            rows={reach.map((point) => ({
              id: point.id,
              cells: [
                point.relative ? (names.get(point.relative) ?? '') : face.ofYouth,
                pointWords(point),
                rulesForUse(point).join('; '),
              ],
            }))}
          />
        )}
        {left ? <p className={styles.left}>{face.leftOff}</p> : null}
      </Part>
      <Part title={face.consent}>
        <dl className={styles.pairs}>
          {consentByAnswer(family.consent, names).map(({ says, matters }) => (
            <div key={says}>
              <dt>{matters.join(', ')}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </>
  );
}

type Relative = FamilyRecord['relatives'][number];

const whoOf = (one: Relative): string =>
  [
    one.name,
    relationshipWords(one.relationship),
    one.livesWith ? words.overview.livesWith : null,
    talkWords(one),
    letterWords(one.languages),
  ]
    .filter(Boolean)
    .join(', ');

const stretch = (from: string | null, to: string | null): string =>
  [from ? `from ${sayFullDay(from)}` : null, to ? `to ${sayFullDay(to)}` : null].filter(Boolean).join(' ');

const authorityOf = ({ authority, authorityFrom, authorityTo }: Relative): string =>
  [authorityWords(authority), stretch(authorityFrom, authorityTo)].filter(Boolean).join(', ');

const ordersOf = ({ orders, today }: FamilyRecord, person: string): string =>
  orders
    .filter(({ relative, from, to }) => relative === person && from <= today && (to === null || today <= to))
    .map(({ kind, from, to }) => `${orderWords(kind)}, ${stretch(from, to)}`)
    .join('; ');

interface RowsProps {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

function Rows({ heads, rows }: RowsProps) {
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [first, ...others] }) => (
          <tr key={id}>
            <th scope="row">{first}</th>
            {others.map((cell, at) => (
              <td key={heads[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
