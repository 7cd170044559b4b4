/** Whose numbers a file's are, where nobody says who sent it: on the screen and on the command line alike. */
export const USUAL_SOURCE = 'import';

const OF_AN_AGENCY = / \(agency \d+\)$/;

/** The source as it is kept for a file of a care management organization's own, whose senders are its own. */
export const sourceOfAgency = (source: string, agency: number): string => `${source} (agency ${agency})`;

/** The sender as somebody named it, from the source as it is kept; null when nobody did. */
export function senderOf(source: string): string | null {
  const named = source.replace(OF_AN_AGENCY, '');
  return named === USUAL_SOURCE ? null : named;
}
