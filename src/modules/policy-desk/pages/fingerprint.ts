/** As much of a fingerprint as tells two editions apart for a reader. */
export const fingerprint = (hash: string): string => hash.slice(0, 8);
