/** After a referral was accepted. */
export const NEXT = {
  title: 'Accepted: two things to do',
  titleChosen: 'Accepted: one thing left to do',
  choose: 'Choose a care manager',
  chooseAnother: 'Choose another',
  chooseWords: 'Somebody the family can name. Nobody is accountable until then.',
  chosen: (name: string) => `${name} is accountable.`,
  chosenUnnamed: 'Somebody is accountable.',
  enrol: 'Start enrolment',
  enrolWords: 'Rights and notices given, and a voluntary yes.',
} as const;
