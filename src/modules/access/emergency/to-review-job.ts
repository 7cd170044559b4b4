import type pg from 'pg';
import { z } from 'zod';
import { onPool, statement } from '#platform/database/db.ts';
import type { JobHandler } from '#platform/jobs/handler.ts';
import type { Log } from '#platform/log/log.ts';
import type { Mailer } from '#platform/mail/mailer.ts';

export interface ToReviewDeps {
  readonly owner: pg.Pool;
  readonly publicUrl: string;
  /** Null where no mail server is set: the privacy officer then finds it in the list of emergency access. */
  readonly mailer: Mailer | null;
  readonly log: Log;
}

const OFFICERS = statement(
  // Only where somebody showed that mail reaches them: an address nobody proved may be a stranger's.
  'emergency.privacy-officers',
  `select distinct p.email, p.locale from kinfold.seat s join kinfold.person p on p.id = s.person join kinfold.agency g on g.id = s.agency
   where s.agency = $1 and s.capacity = 'privacy-officer' and p.email is not null and p.email_proven and p.disabled_at is null
     and s.from_day <= (kinfold.present() at time zone g.zone)::date
     and (s.to_day is null or s.to_day >= (kinfold.present() at time zone g.zone)::date)`,
);

const REVIEWED = statement(
  'emergency.is-reviewed',
  'select 1 from kinfold.emergency_access where id = $1 and reviewed_at is not null',
);

const jobData = z.object({ agency: z.number().int(), emergency: z.uuid() });

/** Tells the agency's privacy officers that emergency access waits for review: a sentence and a link, nothing about anybody. */
export function toReviewJob({ owner, publicUrl, mailer, log }: ToReviewDeps): JobHandler {
  return {
    name: 'emergency.to-review',
    // A mail server that is down is usually back within the morning.
    patience: { times: 12, seconds: 30 },
    run: async ({ data }) => {
      const { agency, emergency } = jobData.parse(data);
      if ((await onPool(owner).query(REVIEWED, [emergency])).rowCount > 0) return;
      const { rows } = await onPool(owner).query<{ email: string; locale: 'en' | 'es' }>(OFFICERS, [agency]);
      if (rows.length === 0)
        log.warn('emergency access has no privacy officer with a proven mail address to tell', { agency });
      if (!mailer) return;
      const link = new URL('/app/audit/emergency', publicUrl).href;
      const sent = await Promise.allSettled(
        rows.map(({ email, locale }) => mailer.send({ to: email, template: 'emergency-to-review', link, locale })),
      );
      const failed = sent.filter((one) => one.status === 'rejected');
      for (const { reason } of failed)
        log.warn('could not send mail', { template: 'emergency-to-review', error: reason });
      // One who was told is enough; tried again only when nobody was, so that nobody is told twice.
      if (failed.length > 0 && failed.length === rows.length) throw new Error('no privacy officer was told');
    },
  };
}
