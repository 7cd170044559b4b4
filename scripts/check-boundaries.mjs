// Knowledge runs one way, and pure files do no input or output. Proves itself first on planted violations.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** From the ground up: a slice may know those before it (and itself), never those after. Slices on one line know each other. */
const LAYERS = [
  ['facts'],
  ['access', 'audit', 'policy', 'record', 'duties', 'drafts', 'background'],
  ['directory', 'consent', 'team', 'plan', 'out-of-home'],
  ['youth'],
  ['referral'],
  ['enrolment', 'contacts'],
  ['worklists', 'policy-desk'],
  ['chart'],
  ['documents'],
  ['fhir', 'reports'],
];
const rank = new Map(LAYERS.flatMap((names, index) => names.map((name) => [name, index])));

const isTest = (file) =>
  /\.(test|slice\.test|builder|stories)\.tsx?$/.test(file) || /(^|\/)(testing|matrix|kill|fixtures)\//.test(file);
const isPage = (file) => /(^|\/)pages\//.test(file) || /people-pages\//.test(file);
const isPure = (file) =>
  /(^|\/)(model|status|facts|contract)\.ts$/.test(file) || /^modules\/policy\//.test(file) || /^shared\//.test(file);
const IO =
  /^(node:(?!crypto)|pg$|pg-boss$|fastify|nodemailer|@node-rs|#platform\/(database|http\/server|files|mail|jobs))/;

/** What is wrong with one import, or null. */
export function wrong(file, imported) {
  if (isTest(file)) return null;
  const target = imported.startsWith('#') ? imported.slice(1) : null;
  const own = /^modules\/([\w-]+)\//.exec(file)?.[1];
  const other = target && /^modules\/([\w-]+)\//.exec(target)?.[1];
  if (isPure(file) && IO.test(imported)) return 'a pure file does no input or output';
  if (file.startsWith('shared/') && target && !target.startsWith('shared/')) return 'shared knows nothing else';
  if (file.startsWith('platform/') && target?.startsWith('modules/')) return 'platform knows no slice';
  if (file.startsWith('design-system/') && target?.startsWith('modules/')) return 'the design system knows no slice';
  if (isPage(file) && (IO.test(imported) || /\/(commands|queries|routes)(\/|\.ts$)/.test(imported)))
    return 'a page knows no server file';
  if (own && other && own !== other) {
    if (!rank.has(own) || !rank.has(other)) return `no layer is given for ${rank.has(own) ? other : own}`;
    // Pages of one slice may link to a read of another: they know contracts, never its insides.
    const contract = /\/(contract|model|facts|codes)(\/[\w-]+)?\.ts$/.test(imported);
    // Screens are put together from each other's parts; it is the rules, rows and routes below them that run one way.
    const screen = isPage(file) && isPage(target);
    if (rank.get(other) > rank.get(own) && !(isPage(file) && contract) && !screen)
      return `${own} may not know ${other}`;
  }
  if (target?.startsWith('web/') && !isPage(file) && !file.startsWith('web/')) return 'only pages know the shell';
  return null;
}

const PLANTED = [
  ['modules/facts/model.ts', '#modules/referral/model.ts'],
  ['modules/contacts/model.ts', 'pg'],
  ['platform/http/server.ts', '#modules/access/model.ts'],
  ['shared/ids.ts', '#platform/log/log.ts'],
  ['modules/chart/pages/chart-page.tsx', '#modules/chart/queries.ts'],
  ['modules/youth/found-by.ts', '#modules/referral/index.ts'],
];
for (const [file, imported] of PLANTED) {
  if (wrong(file, imported) === null) {
    console.error(`the check itself is broken: it lets ${file} import ${imported}`);
    process.exit(2);
  }
}

function* sources(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

/** A relative import written as the place it reaches, so that `../other-slice/` is seen for what it is. */
function absolute(file, imported) {
  if (!imported.startsWith('.')) return imported;
  const reached = relative(root, join(root, dirname(file), imported));
  return reached.startsWith('..') ? imported : `#${reached}`;
}

let found = 0;
for (const path of sources(root)) {
  const file = relative(root, path);
  const text = readFileSync(path, 'utf8');
  for (const match of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
    const reason = wrong(file, absolute(file, match[1]));
    if (reason) {
      found += 1;
      console.error(`src/${file}: ${match[1]}: ${reason}`);
    }
  }
}
process.exit(found === 0 ? 0 : 1);
