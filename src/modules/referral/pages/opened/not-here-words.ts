/** Words instead of a referral that this seat does not see, or sees no more. */
export const NOT_HERE = {
  title: 'This referral is not here',
  says: 'It went on to another organization, belongs to another of your seats, or the address is mistyped.',
};
