import { WhyPanel } from '#design-system/duties/why-panel.tsx';
import { clauseHref } from '#modules/duties/pages/why/duty-why.tsx';
import { toldApart } from '#modules/duties/pages/why/told-apart.ts';
import type { Agreement } from '../contract.ts';
import { AGREEMENTS } from './words.ts';

/** Why an agreement runs out on that day: the clause, what it was counted from, and what renews it. */
export function WhyItRunsOut({ agreement, onClose }: { readonly agreement: Agreement; readonly onClose: () => void }) {
  const { runsOut, withName } = agreement;
  if (!runsOut) return null;
  const { clause, title, why } = runsOut;
  const target = clause.force === 'target';
  return (
    <WhyPanel
      key={agreement.id}
      clause={{
        label: clause.cite.split(';')[0] ?? clause.cite,
        tone: target ? 'marigold' : 'pine',
        href: clauseHref(clause.id),
      }}
      title={title}
      subtitle={withName}
      {...toldApart(why)}
      source={clause.source}
      strength={target ? 'target' : 'rule'}
      meets={[{ status: 'owed', text: AGREEMENTS.renew }]}
      beforeAndAfter={[]}
      onClose={onClose}
    />
  );
}
