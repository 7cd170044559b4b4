import type { AnswerOf } from '#platform/http/operation.ts';
import type { readMeans } from '../../contract.ts';

/** How one can sign in, as the server says. */
export type Means = AnswerOf<typeof readMeans>;

export interface MeansProps {
  readonly means: Means;
}
