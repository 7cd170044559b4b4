/** What the rule engine is: twelve hex digits, and the files they were made of, from the root of the repository. */
export function engineVersion(root?: string): Promise<{ readonly version: string; readonly files: readonly string[] }>;
