/** What is wrong with a facts file: where (a JSON pointer), a code, and the reason in a sentence. */
export interface FileProblem {
  readonly pointer: string;
  readonly code:
    | 'not-json'
    | 'shape'
    | 'unknown-kind'
    | 'data'
    | 'order'
    | 'supersedes'
    | 'contradiction'
    | 'pack'
    | 'parameter';
  readonly reason: string;
}
