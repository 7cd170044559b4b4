/** What people write in notes and referrals. All of it is invented; `{youth}` and `{carer}` are first names. */

export const SITUATIONS: readonly string[] = [
  'Nightmares since the move; mornings are the hardest. The school asked for help.',
  'Has not been to school for most of a month. Says the hallway is too loud.',
  'Arguments at home turn into broken things. The family wants other ways to calm down.',
  'Came home from the hospital last week. The family asks who will be with them now.',
  'Worries about everybody’s health; checks doors and windows for an hour each night.',
  'Lost a grandparent in spring and stopped talking to friends.',
  'Mobile response came twice this month. They suggested a team that stays.',
  'A judge asked that the family be offered care management.',
  'Good at drawing and football, and very alone since changing schools.',
  'Outbursts in class, quiet at home. Nobody has put the two together yet.',
  'Lives with a relative for now; wants to go home, and so does the parent.',
  'Has begun to hurt themself when upset; told the school counselor first.',
];

export const CALLS: readonly string[] = [
  'Weekly call with {carer}. A calmer week: two bad mornings instead of five. {youth} went to the after-school club on Tuesday.',
  'Spoke with {carer} while {youth} was at school. The new bedtime plan works on school nights, not at weekends. We will look at weekends together.',
  '{carer} called back. The therapist moved the appointment to Thursday; I will confirm the ride.',
  'Short call. {youth} answered and told me about the game on Saturday before handing the phone over.',
  '{carer} asks about respite for the long weekend. I sent the form and will call the provider.',
  'Checked in after the meeting at school. {carer} felt heard this time. The teacher will send a note home every Friday.',
  '{carer} is worried about the rent. Gave the number of the county’s help line and will bring the form on the visit.',
  'A hard week: {youth} stayed home three days. We agreed on one small step for Monday, chosen by {youth}.',
  '{carer} says the coping cards help. {youth} made one more, with a drawing of the dog.',
  'Talked through what to do if tonight goes badly. {carer} read the steps of the crisis plan back to me.',
  'Insurance letter explained; nothing to do before the first of the month.',
  '{carer} and I set the day of the next team meeting. {youth} wants the coach to come.',
];

export const VISITS: readonly string[] = [
  'Visit at home. {youth} showed the drawing wall; we spoke about what makes a good day. {carer} joined for the second half and we looked at the plan together.',
  'Met {youth} and {carer} at the kitchen table. We went through last month: what helped, what did not. The breathing exercise is out, walking the dog is in.',
  'Visit. {youth} did not want to talk much and that was fine; we played cards. {carer} spoke about being tired, and about the sister who helps on Sundays.',
  'Met at the school with {youth} and the counselor. A quiet place is now agreed for the time after lunch.',
  'Home visit with the family support partner. {carer} would like to come to the Thursday group.',
  'Saw the family in the park, as {youth} asked. Talked about the summer, and about whom to call at night.',
  'Reviewed strengths with {youth}: patient with little ones, funny, remembers every route of the bus. We wrote them down in those words.',
];

export const TRIES: readonly string[] = [
  'Called, no answer, left a message with my number.',
  'Called at the time we had agreed; the phone was off.',
  'Went by as agreed, nobody was home. Left a card.',
  'Sent a text as the family prefers; no answer yet.',
];

export const FIRST_WORDS: readonly string[] = [
  'First call. Introduced myself and what we do, and that it is voluntary. {carer} would like {youth} to sleep again. Visit agreed.',
  'Spoke with {carer} for half an hour. What matters most: that school becomes possible again. First visit is set.',
];

/** Puts first names into a text. */
export const worded = (text: string, youth: string, carer: string): string =>
  text.replaceAll('{youth}', youth).replaceAll('{carer}', carer);
