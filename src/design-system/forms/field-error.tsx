import styles from './forms.module.css';

/** What is wrong with one field, beside it. Give the field `aria-describedby` this `id` and `aria-invalid`. */
export function FieldError({ id, message }: { readonly id: string; readonly message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p className={styles.error} id={id}>
      <span className="kf-unseen">Error: </span>
      {message}
    </p>
  );
}
