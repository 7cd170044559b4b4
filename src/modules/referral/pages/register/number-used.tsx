import type { ApiError } from '#web/staff/data/api-error.ts';
import styles from '#web/staff/write-failed.module.css';
import { WriteFailed } from '../write-failed.tsx';
import { FORM } from './form-words.ts';

export interface NotRegisteredProps {
  readonly error: ApiError | null;
  /** The number there as it was sent; empty where the referral came without one. */
  readonly number: string;
}

/** Why the referral did not come in. A number that another referral has is named, and leads there for whoever may see it. */
export function NotRegistered({ error, number }: NotRegisteredProps) {
  if (error?.problem?.code !== 'number-used' || number === '') return <WriteFailed error={error} />;
  const { chart } = error.problem;
  return (
    <p className={styles.failed} role="alert">
      {FORM.numberUsed(number)}{' '}
      {typeof chart === 'string' ? <a href={`/app/referrals/${chart}`}>{FORM.numberUsedBy}</a> : FORM.numberElsewhere}
    </p>
  );
}
