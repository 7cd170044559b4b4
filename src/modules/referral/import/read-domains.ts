import type { DomainCode } from '../codes.ts';
import { readDomain } from '../reading.ts';
import type { ReviewTask } from '../review-tasks.ts';
import { cleanLine } from './clean-text.ts';

interface ReadDomains {
  readonly domains: DomainCode[];
  readonly otherDomains: string[];
  readonly tasks: readonly ReviewTask[];
}

/**
 * Reads the needs named in one cell, in their order, each once; separated by semicolon, comma, bar, plus sign or line
 * break.
 */
export function readDomains(cell: string): ReadDomains {
  const domains = new Set<DomainCode>();
  const otherDomains: string[] = [];
  for (const part of cell.split(/[;,|+\n\r]/)) {
    const words = cleanLine(part);
    const domain = readDomain(words);
    if (domain !== null) domains.add(domain);
    else if (words !== '') otherDomains.push(words);
  }
  const tasks = otherDomains.map((value) => ({ code: 'domain-unknown', field: 'domains', detail: { value } }) as const);
  const none = { code: 'no-domain', field: 'domains' } as const;
  return { domains: [...domains], otherDomains, tasks: domains.size === 0 && tasks.length === 0 ? [none] : tasks };
}
