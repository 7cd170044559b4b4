// What must not stand in the sources: unfinished work, clocks outside the clock, paths of one machine; and on screens, in
// mail and in letters, in both languages, words New Jersey does not use for people. Proves itself first on planted lines.
import { mustFind, projectFiles, textOf } from './sources.mjs';

const code = /\.(ts|tsx|mjs|sql|css)$/;
const RULES = [
  { in: code, find: /\b(TO[D]O|FIX[M]E|XX[X])\b/, says: 'unfinished work' },
  {
    in: /^src\/.*\.tsx?$/,
    not: /platform\/clock|\.test\.|testing\/|web\/|design-system\/|pages\//,
    find: /\bDate\.now\(\)|new Date\(\)/,
    says: 'a clock outside platform/clock',
  },
  {
    in: /\.(ts|tsx|mjs|sql|md|yaml|yml|json|sh|css)$|(^|\/)\.ci\//,
    not: /^package-lock\.json$/,
    find: /(?<![\w.])\/(root|home\/\w+|Users\/\w+|work\/\w+|tmp\/bash_jobs)\b/,
    says: 'a path of one machine',
  },
];

/** Where people read: pages, the public site, mail, letters, words of the API's problems and of the policies. */
const READ_BY_PEOPLE =
  /^src\/(web|design-system)\/.*\.tsx?$|^src\/modules\/.*\/(pages|people-pages|public)\/.*\.tsx?$|^src\/modules\/.*(words|letter-text|sentences)[\w-]*\.ts$|^src\/platform\/mail\/words\.ts$|^policies\/.*\.yaml$/;

const NOT_A_PERSONS_CASE = ['just in', 'in', 'that', 'this', 'any', 'either', 'each', 'every', 'upper', 'lower'];

/** "youth", "transition", "treatment", "missing", "said no", "not yet reached" stand for these. */
const AVOIDED = [
  'clients?(?! (?:id|secret|credentials))',
  'consumers?',
  'placements?',
  'runaways?|ran away|AWOL',
  'non-?complian\\p{L}*',
  'terminat(?:ed|ion|es?)',
  '(?<!(?:was|were) )refus(?:ed|es|als?)|resistant|unmotivated|not motivated',
  'failed to|failed (?:visits?|contacts?|attempts?)',
  'mom and dad',
  `${NOT_A_PERSONS_CASE.map((word) => `(?<!${word} )`).join('')}cases?(?! (?:manager|management|that|of))`,
  'clientes?|consumidor(?:es)?',
  'colocaci(?:ón|ones)',
  'fugitiv[oa]s?|se fug(?:ó|aron)|fugad[oa]s?',
  'incumplidor\\p{L}*',
  'terminaci(?:ón|ones) del? (?:servicio|caso)',
  'rechaz(?:ó|aron|ad[oa]s?)|se neg(?:ó|aron)',
  'casos? (?:del|de la) (?:joven|menor)',
].map((source) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu'));

/** Texts of a source: what stands in quotes and reads as a sentence or a label, and what stands between tags. */
function texts(line) {
  const quoted = [...line.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`?/g)]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\{[^}]*\}?/g, ' '))
    .filter((text) => /\S\s+\S|^[A-ZÁÉÍÓÚÑ¿¡]/.test(text) && !/^[#@./]|=>|^\w+:\w/.test(text));
  const isCode = /\bfunction\b|=>|\?\?|\w[<[]\w+[>\]]/.test(line);
  const between = isCode ? [] : [...line.matchAll(/>([^<>{}]+)</g)].map((match) => match[1]);
  const bare = !isCode && /^\s*[A-ZÁÉÍÓÚÑ¿¡][^<>{}=;]*\s[^<>{}=;]*$/.test(line) ? [line] : [];
  return [...quoted, ...between, ...bare];
}

const isComment = (line) => /^\s*(\/\/|\/?\*|#)/.test(line);

function wrongIn(file, line) {
  const found = RULES.filter((rule) => rule.in.test(file) && !rule.not?.test(file) && rule.find.test(line)).map(
    ({ says }) => says,
  );
  if (!READ_BY_PEOPLE.test(file) || /\.(test|slice\.test|stories)\./.test(file) || isComment(line)) return found;
  const said = file.endsWith('.yaml') ? [...line.matchAll(/\b(?:en|es): (.*)$/g)].map(([, text]) => text) : texts(line);
  for (const word of AVOIDED) {
    const text = said.find((one) => word.test(one));
    if (text) found.push(`a word New Jersey does not use: ${word.exec(text)?.[0]}`);
  }
  return found;
}

// Put together here, so that this file does not hold what it looks for.
const PLANTED = [
  ['src/modules/a/model.ts', `// ${'TO'}${'DO'}: finish`],
  ['src/modules/a/model.ts', `const now = new ${'Date'}();`],
  ['docs/how-to/a.md', `Look into \`${'/ro'}ot/kinfold\`.`],
  ['.ci/run', `cd ${'/ho'}me/sam/kinfold`],
  ['src/modules/a/pages/a-page.tsx', '<p>The client is here.</p>'],
  ['src/modules/a/pages/a-page.tsx', '      Placements of this month'],
  ['src/modules/a/pages/words.ts', "  missing: 'Runaway since',"],
  ['src/web/staff/shell.tsx', 'label={`Case number`}'],
  ['src/modules/a/letter-text-es.ts', "  title: 'La familia rechazó los servicios',"],
  ['src/modules/directory/public/spanish.ts', "  lead: 'Para nuestros clientes',"],
  ['policies/nj-cmo/a.yaml', '    title: { en: Termination of services }'],
  ['src/platform/mail/words.ts', "      text: 'They refused.',"],
];
for (const [file, line] of PLANTED) mustFind(`${file}: ${line}`, wrongIn(file, line).length > 0);
const RIGHT = [
  ['src/modules/a/pages/words.ts', "  said: 'Said no, in case somebody asks: in that case call.',"],
  ['src/modules/a/pages/a.tsx', "import { client } from './client.ts';"],
  ['src/modules/a/pages/a.tsx', "if (state === 'failed') return 'It did not work. Try again.';"],
  ['src/modules/access/people-pages/a.tsx', "  clientId: 'Client id',"],
];
for (const [file, line] of RIGHT) mustFind(`that this is right: ${line}`, wrongIn(file, line).length === 0);

let found = 0;
for (const file of projectFiles()) {
  if (!/\.(ts|tsx|mjs|sql|css|md|yaml|yml|json|sh)$|(^|\/)\.ci\//.test(file)) continue;
  for (const [index, line] of (textOf(file) ?? '').split('\n').entries()) {
    for (const says of wrongIn(file, line)) {
      found += 1;
      console.error(`${file}:${index + 1}: ${says}`);
    }
  }
}
process.exit(found === 0 ? 0 : 1);
