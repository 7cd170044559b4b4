/**
 * Words that passwords are made of everywhere, without the digits and signs people put around them. Written for this
 * project from what is commonly known; `folded` spelling, at least four letters.
 */
const WORDS = `
password passwort passw contrasena senha motdepasse secret letmein welcome admin administrator root user guest login logon
master default changeme change temp temporary test testing tester demo sample example access open opensesame security secure
computer internet server system windows linux apple google microsoft android samsung facebook twitter youtube netflix amazon
instagram linkedin office outlook gmail yahoo hotmail
qwerty qwertz azerty qwertyuiop qwertyu asdfgh asdfghjkl asdf zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc qweasd qweasdzxc poiuytrewq
abcd abcdef abcdefg abcdefgh abcabc aaaa iloveyou loveyou ilovegod lovely love lover loveme mylove forever always
monkey dragon tiger lion eagle falcon hawk wolf bear panther shark dolphin turtle penguin horse pony kitty kitten puppy doggy
spider snake phoenix unicorn butterfly chicken rabbit bunny
sunshine moonlight rainbow flower flowers summer winter spring autumn snow ocean beach mountain river forest garden sunset thunder lightning storm
princess prince queen king angel angels devil heaven jesus christ jesuschrist blessed blessing faith hope grace church bible
superman batman spiderman ironman wolverine starwars starwars startrek pokemon pikachu naruto minecraft fortnite roblox mario zelda nintendo
playstation xbox matrix hunter killer ninja samurai warrior knight wizard merlin gandalf hobbit shadow ghost zombie vampire
football baseball basketball softball soccer hockey tennis golf swimming volleyball cheerleader yankees mets giants jets eagles phillies
cowboys steelers lakers celtics rangers devils flyers liverpool arsenal chelsea barcelona realmadrid juventus
michael jordan michelle jennifer jessica ashley amanda nicole daniel david robert thomas charlie william matthew andrew joshua
anthony joseph christopher jonathan alexander alexandra elizabeth samantha stephanie victoria veronica patricia barbara sandra
maria carlos jose juan pedro miguel gabriel rafael fernando ricardo alejandro daniela gabriela valentina sofia isabella
george harley maggie buster bailey pepper ginger cookie sammy molly daisy lucky princess sophie chloe oliver jasper rocky
mustang corvette ferrari porsche mercedes toyota honda harleydavidson camaro chevy silverado
cheese chocolate banana orange peanut butter coffee pizza cookie cookies candy sugar cherry peaches strawberry blueberry pumpkin apples
money dollar cash bank rich million success freedom liberty america american usa newyork newjersey jersey jerseyshore trenton newark camden
philadelphia pennsylvania pittsburgh boston chicago california texas florida london paris mexico brazil canada
purple yellow green blue black white silver golden gold diamond crystal pearl ruby
trustno nothing whatever something anything everything nobody somebody hello hellohello goodbye helloworld please thanks thankyou
sexy fuck fuckyou bitch asshole shit pussy hottie babygirl babyboy baby sweet sweetie honey sugarbear
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
mother father mommy daddy mama papa family brother sister grandma grandpa children friend friends bestfriend familia amor amigo
corona covid vaccine hospital doctor nurse health healthcare medical medicine patient clinic therapy therapist counselor social socialwork
socialworker care caremanager casemanager caremanagement wraparound behavioral youth child children juvenile school teacher student
cyber performcare medicaid familycare partnership partners hope charms
blink guitar music metallica slipknot nirvana eminem beyonce beatles rockstar rocknroll dance dancing
college university harvard rutgers princeton student teacher summerfun vacation holiday christmas santa halloween easter birthday
`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word.length >= 4));
