import type { Finding, Match } from '../find-by-text.ts';
import type { Agency, County, CountyCode } from '../model.ts';
import { cmoOf, countyNamed, type View } from './view.ts';

/** What the find page answers; ordered questions, the first that fits. */
export type Answer =
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'elsewhere'; readonly state: string | null }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'organization'; readonly cmo: Agency; readonly counties: readonly County[]; readonly by: Match }
  | { readonly kind: 'choice'; readonly matches: readonly { readonly match: Match; readonly county: County }[] };

export function answerTo(written: string, finding: Finding, view: View): Answer {
  if (written.trim() === '') return { kind: 'nothing-asked' };
  if (finding.elsewhere) return { kind: 'elsewhere', state: finding.elsewhere.state };
  const matches = finding.matches.flatMap((match) => {
    const county = countyNamed(view, match.county);
    return county ? [{ match, county }] : [];
  });
  const [first] = matches;
  if (first === undefined) return { kind: 'not-found' };
  const cmo = cmoOf(view, first.county.code);
  // Two counties of one organization need no choice: the answer is the same.
  const same = cmo !== null && matches.every(({ county }) => cmoOf(view, county.code)?.id === cmo.id);
  const oneName = matches.every(({ match }) => match.name === first.match.name);
  if (!same || !oneName) return { kind: 'choice', matches };
  const counties = [...new Map(matches.map(({ county }) => [county.code, county])).values()];
  return { kind: 'organization', cmo, counties, by: first.match };
}

/** The counties the map shows as chosen. */
export function chosenBy(answer: Answer, servedBy: (cmo: Agency) => readonly CountyCode[]): readonly CountyCode[] {
  if (answer.kind === 'organization') return servedBy(answer.cmo);
  if (answer.kind === 'choice') return answer.matches.map(({ county }) => county.code);
  return [];
}
