// Knowledge runs one way, and pure files do no input or output. Proves itself first on planted violations.
import { posix } from 'node:path';
import { importsOf, isTest, mustFind, projectFiles, textOf } from './sources.mjs';

/** From the ground up: a slice may know those before it (and itself), never those after. Slices on one line know each other. */
const LAYERS = [
  ['facts'],
  ['access', 'audit', 'policy', 'record', 'duties', 'drafts', 'background'],
  ['directory', 'consent', 'team', 'plan', 'out-of-home'],
  ['youth'],
  ['referral'],
  ['enrolment', 'contacts', 'mending', 'relationships'],
  ['worklists', 'policy-desk'],
  ['chart'],
  ['documents'],
  ['fhir', 'reports'],
];
const rank = new Map(LAYERS.flatMap((names, index) => names.map((name) => [name, index])));

const isPage = (file) => /(^|\/)pages\//.test(file) || /people-pages\//.test(file);
const isPure = (file) =>
  /(^|\/)(model|status|facts|contract)\.ts$/.test(file) || /^modules\/policy\//.test(file) || /^shared\//.test(file);
const IO =
  /^(node:(?!crypto)|pg$|pg-boss$|fastify|nodemailer|@node-rs|#platform\/(database|http\/server|files|mail|jobs))/;

/** What is wrong with one import, or null. */
function wrong(file, imported) {
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

/** An import written as the place it reaches, so that `../other-slice/` is seen for what it is. */
function reached(file, imported) {
  return imported.startsWith('.') ? `#${posix.join(posix.dirname(file), imported)}` : imported;
}

/** What is wrong with a source text, import by import. */
function violations(file, text) {
  return importsOf(text).flatMap(({ name }) => {
    const reason = wrong(file, reached(file, name));
    return reason ? [`src/${file}: ${name}: ${reason}`] : [];
  });
}

/** One of each rule, in each way an import can be written. */
const PLANTED = [
  ['modules/facts/model.ts', "import { Referral } from '#modules/referral/model.ts';"],
  ['modules/facts/model.ts', "import type { Referral } from '../referral/model.ts';"],
  ['modules/facts/model.ts', "import '#modules/referral/facts.ts';"],
  ['modules/facts/registry.ts', "export { a,\n  b } from '#modules/youth/facts.ts';"],
  ['modules/youth/found-by.ts', "const late = await import('#modules/referral/index.ts');"],
  ['modules/contacts/model.ts', "import pg from 'pg';"],
  ['modules/contacts/status.ts', "import { readFile } from 'node:fs/promises';"],
  ['modules/policy/evaluate/limits.ts', "import { onPool } from '#platform/database/db.ts';"],
  ['platform/http/server.ts', "import { decide } from '#modules/access/permissions.ts';"],
  ['shared/ids.ts', "import { jsonLog } from '#platform/log/log.ts';"],
  ['design-system/tone.ts', "import { Duty } from '#modules/duties/contract.ts';"],
  ['modules/chart/pages/chart-page.tsx', "import { overviewRow } from '#modules/chart/queries.ts';"],
  ['modules/chart/pages/chart-page.tsx', "import { overviewRow } from '../queries.ts';"],
  ['modules/chart/queries.ts', "import { goTo } from '#web/staff/page.ts';"],
  ['modules/chart/queries.ts', "import { bundle } from '#modules/fhir/read/read-bundle.ts';"],
  ['modules/nowhere/model.ts', "import { bundle } from '#modules/fhir/resources.ts';"],
];
for (const [file, text] of PLANTED) mustFind(`${file} importing ${text}`, violations(file, text).length === 1);
const ALLOWED = ['modules/chart/queries.ts', "import { Chart } from '#modules/youth/index.ts';\nimport './model.ts';"];
mustFind(`that ${ALLOWED[0]} may import ${ALLOWED[1]}`, violations(...ALLOWED).length === 0);

const files = projectFiles().filter((file) => /^src\/.*\.tsx?$/.test(file));
const found = files.flatMap((file) => violations(file.replace(/^src\//, ''), textOf(file) ?? ''));
for (const line of found) console.error(line);
process.exit(found.length === 0 ? 0 : 1);
