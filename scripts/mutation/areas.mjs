// Which pure files are changed, and the tests that must notice: those of the same slice, not whoever else comes past.
const policyTests = /^(src\/modules\/policy\/|policies\/).*\.test\.ts$/;

/** Loading reads texts; it is not what is changed, and its tests say little of what follows from the rules. */
const LOADED_ONCE = [
  'src/fact-kinds.ts',
  'src/modules/policy/load/load-pack.ts',
  'src/modules/policy/load/load-calendar.ts',
];

/** Properties take longer than all the tables together: what only they notice counts as unnoticed. */
const NOT_COUNTED = /^src\/modules\/policy\/load\/|\/properties\.test\.ts$/;
const NOR_QUESTIONS = new RegExp(`${NOT_COUNTED.source}|/compile/questions\\.test\\.ts$`);

const testsOf = (slice) => new RegExp(`^src/modules/${slice}/.*\\.test\\.ts$`);
const filesOf = (slice, names) => new RegExp(`^src/modules/${slice}/(${names})\\.ts$`);

export const AREAS = [
  {
    folder: 'src/modules/policy/compile',
    files: /^src\/modules\/policy\/compile\//,
    tests: policyTests,
    not: NOT_COUNTED,
  },
  {
    folder: 'src/modules/policy/evaluate',
    files: /^src\/modules\/policy\/evaluate\//,
    tests: policyTests,
    not: NOR_QUESTIONS,
  },
  {
    folder: 'src/modules/policy',
    files: filesOf('policy', 'standing|periods|as-known|impact|done-on|duty'),
    tests: policyTests,
    not: NOR_QUESTIONS,
  },
  {
    folder: 'src/modules/policy/explain',
    files: /^src\/modules\/policy\/explain\/(?!sentences-(en|es))/,
    tests: policyTests,
    not: NOR_QUESTIONS,
  },
  {
    folder: 'src/shared',
    files: /^src\/shared\//,
    tests: /^src\/(shared\/.*|modules\/policy\/calendar-arithmetic)\.test\.ts$/,
  },
  {
    folder: 'src/modules/referral',
    files: filesOf('referral', 'status|eligibility|assignment|review-tasks'),
    tests: testsOf('referral'),
  },
  { folder: 'src/modules/enrolment', files: filesOf('enrolment', 'status'), tests: testsOf('enrolment') },
  {
    folder: 'src/modules/youth',
    files: filesOf('youth', 'authority|matching[\\w-]*|telephone|address'),
    tests: testsOf('youth'),
  },
  {
    folder: 'src/modules/access',
    files: filesOf('access', 'permissions'),
    tests: /^src\/modules\/access\/permissions\.test\.ts$/,
  },
].map(({ folder, files, tests, not }) => ({
  folder,
  kept: not ? LOADED_ONCE : [],
  filesAmong: (all) =>
    all.filter((file) => files.test(file) && /\.ts$/.test(file) && !/\.(test|builder)\.ts$/.test(file)),
  testsAmong: (all) => all.filter((file) => tests.test(file) && !/\.slice\.test\.ts$/.test(file) && !not?.test(file)),
}));
