/** The job that compares a new referral with all of its agency's youth; asked for where whoever records it sees some of them only. */
export const ASK_WHETHER_HERE = 'referral.ask-whether-here';
