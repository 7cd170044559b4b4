import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex, as rows are told apart by. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
