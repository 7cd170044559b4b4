import { Button, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { assignReferral } from '../../contract.ts';
import parts from '../parts.module.css';
import { WriteFailed } from '../write-failed.tsx';
import { loadCmos } from './cmos.ts';
import { GIVE_BACK } from './give-back-words.ts';
import { type Opened, returnedBy } from './opened.ts';
import { ASSIGN } from './opened-words.ts';

/** Offers the referral: to the organization of the county, or to another with a reason. */
export function AssignCard({ opened }: { readonly opened: Opened }) {
  const { proposed } = opened;
  const [identified, renew] = useWriteId();
  // Whoever sent it back is not proposed as if nothing had been said.
  const returned = proposed && returnedBy(opened, proposed.agency);
  const [other, setOther] = useState(proposed === null);
  const [agency, setAgency] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cmos = useQuery({ queryKey: ['directory.cmos'], queryFn: loadCmos, staleTime: Number.POSITIVE_INFINITY });
  const assign = useWrite(assignReferral, { changes: ['referral', 'worklists', 'chart'], onDone: renew });
  const to = other ? Number(agency) || null : (proposed?.agency ?? null);
  const name = other ? cmos.data?.find((cmo) => cmo.id === to)?.name : proposed?.name;
  const reasonMissing = other && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (to === null || reasonMissing) return;
    assign.mutate({
      params: { chart: opened.chart },
      body: identified({ toAgency: to, reason: other ? reason.trim() : null }),
    });
  };
  return (
    <Card id="assign" title={ASSIGN.title} hint={ASSIGN.hint(proposed?.county ?? null)}>
      <form onSubmit={submit} noValidate>
        <Radio.Group
          label={ASSIGN.which}
          value={other ? 'other' : 'proposed'}
          onChange={(value) => setOther(value === 'other')}
        >
          <div className={parts.options}>
            {proposed ? (
              <Radio
                value="proposed"
                label={proposed.name}
                description={
                  returned
                    ? ASSIGN.cameBack(proposed.county, GIVE_BACK.because[returned])
                    : ASSIGN.proposed(proposed.county)
                }
              />
            ) : null}
            <Radio value="other" label={ASSIGN.another} />
          </div>
        </Radio.Group>
        {other ? (
          <div className={parts.options}>
            <NativeSelect
              label={ASSIGN.anotherWhich}
              value={agency}
              onChange={(event) => setAgency(event.currentTarget.value)}
              error={tried && to === null ? ASSIGN.chooseNeeded : undefined}
              data={[
                { value: '', label: ASSIGN.choose },
                ...(cmos.data ?? []).map((cmo) => ({ value: String(cmo.id), label: cmo.name })),
              ]}
            />
            <Textarea
              label={ASSIGN.why}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={tried && reasonMissing ? ASSIGN.whyNeeded : undefined}
              maxLength={2000}
              rows={2}
              required
            />
          </div>
        ) : null}
        <WriteFailed error={assign.error} />
        <div className={parts.choices}>
          <Button type="submit" loading={assign.isPending}>
            {name ? ASSIGN.save(name) : ASSIGN.saveNone}
          </Button>
        </div>
      </form>
    </Card>
  );
}
