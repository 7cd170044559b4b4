/**
 * Short and pet names by the name they stand for, in English and Spanish, folded. General knowledge, no list copied; it
 * need not be complete, because a match never rests on it alone.
 */
const SHORT_FOR: Readonly<Record<string, string>> = {
  alexander: 'alex alec sasha xander',
  alexandra: 'alex alexa sandra sasha lexi',
  andrew: 'andy drew',
  anthony: 'tony',
  benjamin: 'ben benny benji',
  catherine: 'kate katie cathy kathy cat katherine kathryn cathryn katarina catalina',
  charles: 'charlie chuck chas',
  christopher: 'chris topher kit',
  christina: 'chris chrissy tina',
  daniel: 'dan danny',
  david: 'dave davey',
  deborah: 'deb debbie debra',
  edward: 'ed eddie ted ned',
  elizabeth: 'liz beth betty eliza lizzie betsy elisa',
  emily: 'em emmy',
  francisco: 'paco pancho kiko',
  gabriel: 'gabe',
  gregory: 'greg',
  guadalupe: 'lupe lupita',
  isabella: 'bella izzy isabel isabela',
  jacob: 'jake',
  james: 'jim jimmy jamie',
  jennifer: 'jen jenny',
  jesus: 'chuy',
  john: 'jack johnny',
  jonathan: 'jon johnny',
  jose: 'pepe chepe',
  joseph: 'joe joey',
  joshua: 'josh',
  katelyn: 'kate katie',
  lawrence: 'larry',
  leonardo: 'leo',
  luis: 'lucho',
  madison: 'maddie maddy',
  manuel: 'manny manolo',
  margaret: 'maggie meg peggy margie',
  matthew: 'matt matty',
  michael: 'mike mikey mick',
  nathaniel: 'nate nat nathan',
  nicholas: 'nick nicky nico',
  olivia: 'liv livvy',
  patricia: 'pat patty trish tricia',
  patrick: 'pat paddy',
  rebecca: 'becca becky',
  richard: 'rick ricky rich dick',
  robert: 'rob bob bobby robbie',
  roberto: 'beto',
  rosario: 'charo',
  samantha: 'sam sammy',
  samuel: 'sam sammy',
  stephen: 'steve stevie steven',
  susan: 'sue susie suzy',
  theodore: 'ted teddy theo',
  thomas: 'tom tommy',
  timothy: 'tim timmy',
  victoria: 'vicky tori',
  william: 'will bill billy liam willy',
  zachary: 'zach zack',
};

const GROUPS: ReadonlyMap<string, readonly string[]> = groupsByName();

function groupsByName(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [formal, short] of Object.entries(SHORT_FOR)) {
    for (const name of [formal, ...short.split(' ')]) groups.set(name, [...(groups.get(name) ?? []), formal]);
  }
  return groups;
}

/** The full names a folded name may stand for, itself included when it is one; empty when it is no known short name. */
export function nicknameGroups(token: string): readonly string[] {
  return GROUPS.get(token) ?? [];
}
