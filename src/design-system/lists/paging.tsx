import { Button } from '@mantine/core';
import styles from './data-table.module.css';

export interface PagingProps {
  /** The first row shown, from 1. */
  readonly from: number;
  readonly to: number;
  /** How many there are; left out when that is not known or not told. */
  readonly total?: number | undefined;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

/** Back and forth through more rows than fit. */
export function Paging({ from, to, total, onPrevious, onNext }: PagingProps) {
  return (
    <nav className={styles.paging} aria-label="Pages">
      <span className="kf-figures" role="status">
        {from} to {to}
        {total === undefined ? '' : ` of ${total}`}
      </span>
      <Button variant="default" size="sm" disabled={!onPrevious} onClick={onPrevious}>
        Previous
      </Button>
      <Button variant="default" size="sm" disabled={!onNext} onClick={onNext}>
        Next
      </Button>
    </nav>
  );
}
