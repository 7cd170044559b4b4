import type { ReviewTaskCode } from './review-tasks.ts';

/** One way a task can be settled. `noteNeeded` when the code alone would not tell what was found. */
export interface TaskAnswer {
  readonly code: string;
  readonly label: string;
  readonly noteNeeded?: boolean;
  /** The county is asked for and stands in the record from then on: where the referral goes follows from it. */
  readonly asksCounty?: boolean;
  /** What the answer says of this chart and the one it was compared with: it stands as a link, which can be undone. */
  readonly links?: 'same-person' | 'sibling';
}

const FOUND: readonly TaskAnswer[] = [
  { code: 'found', label: 'Found out; it stands in the note', noteNeeded: true },
  { code: 'not-to-be-had', label: 'Cannot be had now' },
];
const WORDS: readonly TaskAnswer[] = [
  { code: 'clarified', label: 'Clear now; it stands in the note', noteNeeded: true },
  { code: 'left-as-told', label: 'Left as it was told' },
];

/** The answers that fit each question: what a screen offers, and all the server takes. */
export const TASK_ANSWERS: Readonly<Record<ReviewTaskCode, readonly TaskAnswer[]>> = {
  'under-5': [
    { code: 'special-consideration-given', label: 'Special consideration applies', noteNeeded: true },
    { code: 'special-consideration-not-given', label: 'It does not apply' },
  ],
  'adult-consent': [
    { code: 'said-yes', label: 'The young adult said yes' },
    { code: 'said-no', label: 'The young adult said no' },
  ],
  'over-21': [
    { code: 'told-of-adult-services', label: '21 or over: told about adult services' },
    { code: 'birth-day-mended', label: 'The birth day was wrong; it stands in the note', noteNeeded: true },
  ],
  authority: [
    { code: 'may-consent', label: 'This caregiver may consent' },
    { code: 'somebody-else-may', label: 'Somebody else may, named in the note', noteNeeded: true },
  ],
  'no-consent': [
    { code: 'said-yes', label: 'They said yes' },
    { code: 'said-no', label: 'They said no' },
  ],
  'likely-duplicate': [
    { code: 'same-youth', label: 'The same youth', links: 'same-person' },
    { code: 'another-youth', label: 'Another youth' },
    { code: 'sibling', label: 'A sister or brother', links: 'sibling' },
  ],
  'county-zip-mismatch': [
    { code: 'county-holds', label: 'The county is right' },
    { code: 'zip-holds', label: 'The ZIP is right, and the county is another', asksCounty: true },
  ],
  'county-unclear': [
    { code: 'county-found', label: 'Found out', asksCounty: true },
    { code: 'no-fixed-home', label: 'No fixed home in New Jersey now', noteNeeded: true },
  ],
  'other-state': [
    { code: 'lives-in-new-jersey', label: 'Lives in New Jersey after all', asksCounty: true },
    { code: 'lives-elsewhere', label: 'Lives in another state; told about services there' },
  ],
  'zip-unreadable': FOUND,
  'telephone-unreadable': FOUND,
  'telephone-missing': FOUND,
  'guardian-missing': [
    { code: 'caregiver-named', label: 'Somebody speaks for this youth, named in the note', noteNeeded: true },
    { code: 'nobody-named', label: 'Nobody; child protection was asked', noteNeeded: true },
  ],
  'no-domain': [
    { code: 'need-named', label: 'A need is named; it stands in the note', noteNeeded: true },
    { code: 'no-help-wanted', label: 'No help is wanted' },
  ],
  'domain-unknown': WORDS,
  'language-unknown': WORDS,
  'value-unknown': WORDS,
  'formula-text': WORDS,
  'letters-lost': WORDS,
};

interface UsualAnswer {
  readonly answer: string;
  readonly note: string | null;
  readonly county: string | null;
}

/** How a question of an invented family is settled: what lets the referral go on, with a note or county where one is needed. */
export function usualAnswer(code: ReviewTaskCode): UsualAnswer {
  const answers = TASK_ANSWERS[code];
  const usual = answers.find((one) => one.code === 'another-youth') ?? answers[0];
  const note = usual?.noteNeeded ? 'Asked by telephone.' : null;
  return { answer: usual?.code ?? '', note, county: usual?.asksCounty ? 'Union' : null };
}

/** What was answered, in words; a code not known here shows itself. */
export function answerWords(code: string, answer: string): string {
  const answers: Readonly<Record<string, readonly TaskAnswer[]>> = TASK_ANSWERS;
  return answers[code]?.find((one) => one.code === answer)?.label ?? answer;
}
