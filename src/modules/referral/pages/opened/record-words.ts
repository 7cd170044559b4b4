/** A referral of one's own file, of which the administrator decided elsewhere. */
export const RECORD = {
  title: 'What the CSA decided',
  hint: 'This referral came with a file of your own. Record what the document says: found eligible and sent to you, it is accepted here; anything else ends its wait.',
  againTitle: 'The CSA looked at it again',
  againHint: 'Record the later decision, as the document says. The first one stays readable.',
  outcome: 'What was decided',
  eligible: 'Eligible, and sent to us',
  why: 'Why it was looked at again',
  whyNeeded: 'Say why it was looked at again',
  save: 'Record and accept',
  saveOther: 'Record the decision',
} as const;
