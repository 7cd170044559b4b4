// Packages: exact versions everywhere, the lock file of the same mind, and NOTICE naming each one that is shipped with the
// licence it comes under. Proves itself first on planted ones.
import { mustFind, textOf } from './sources.mjs';

/** What may be shipped with a work under Apache-2.0 without further conditions on the work itself. */
const PERMISSIVE = /^(MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|OFL-1\.1|MIT AND OFL-1\.1)$/;

const isExact = (version) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
mustFind(
  'a range',
  ['^1.2.3', '~1.2.3', '1.x', 'latest', '>=1.2.3', 'git+https://example.org/a.git'].every((v) => !isExact(v)),
);
mustFind('that a version is exact', isExact('1.2.3') && isExact('18.4.0-beta.17'));

/** Licence by package, as NOTICE lists them: several names of one scope may share a line, the later ones without it. */
function namedIn(notice) {
  const lines = [...notice.matchAll(/^ {2}(@?[\w./, @-]+?) {2,}(\S.*)$/gm)];
  return new Map(
    lines.flatMap(([, names, licence]) => {
      const scope = /^@[\w-]+\//.exec(names)?.[0] ?? '';
      return names.split(', ').map((name) => [name.includes('/') || !scope ? name : scope + name, licence]);
    }),
  );
}
mustFind('two packages on a line', namedIn('  @a/b, c   MIT\n  d   ISC').get('@a/c') === 'MIT');

const wrong = [];
const declared = JSON.parse(textOf('package.json') ?? '{}');
const locked = JSON.parse(textOf('package-lock.json') ?? '{}').packages?.[''] ?? {};
for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
  for (const [name, version] of Object.entries(declared[kind] ?? {})) {
    if (!isExact(version)) wrong.push(`package.json: ${name} ${version} is not one exact version`);
    if (locked[kind]?.[name] !== version)
      wrong.push(`package-lock.json has ${name} ${locked[kind]?.[name]}, not ${version}`);
  }
}
const named = namedIn(textOf('NOTICE') ?? '');
for (const name of Object.keys({ ...declared.dependencies, ...declared.optionalDependencies })) {
  const installed = textOf(`node_modules/${name}/package.json`);
  const licence = installed === null ? named.get(name) : JSON.parse(installed).license;
  if (!named.has(name)) wrong.push(`NOTICE does not name ${name} (${licence})`);
  else if (named.get(name) !== licence)
    wrong.push(`NOTICE says ${named.get(name)} for ${name}, which comes under ${licence}`);
  if (!PERMISSIVE.test(licence ?? '')) wrong.push(`${name} comes under ${licence}: may it be shipped?`);
}
for (const line of wrong) console.error(line);
process.exit(wrong.length === 0 ? 0 : 1);
