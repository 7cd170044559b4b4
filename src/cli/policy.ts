import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { PoliciesRefused, readPolicies } from '#modules/duties/read-policies.ts';
import type { ChangeCounts } from '#modules/policy/index.ts';
import { editionsOf } from '#modules/policy-desk/editions/edition.ts';
import { onPool } from '#platform/database/db.ts';
import { factKinds } from '../fact-kinds.ts';
import { openToLook } from '../open-database.ts';
import { projectFolder } from '../project-folder.ts';
import { explainChart, impactOf, readParameters } from './policy-on-charts.ts';
import { Stop } from './stop.ts';
import { config, progress, say, sayJson, terminalLog } from './terminal.ts';
import { wholeNumber } from './whole-number.ts';

const policies = () => readPolicies(join(projectFolder, 'policies'), factKinds);

export function addPolicyCommands(program: Command): void {
  const policy = program.command('policy').description('The rules: list, editions, check, explain, evaluate, compare.');

  policy
    .command('list')
    .description('List the packs and their clauses.')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { packs } = await policies();
      const listed = packs.map(({ id, version, title, clauses, notLoaded }) => ({
        id,
        version,
        title: title.en,
        clauses: clauses.map((clause) => ({
          id: clause.id,
          cite: clause.cite,
          title: clause.title.en,
          force: clause.force,
          confidence: clause.confidence,
        })),
        notLoaded: notLoaded.map(({ name }) => name),
      }));
      if (json) return sayJson(listed);
      for (const pack of listed) {
        say(`${pack.id} ${pack.version}  ${pack.title}`);
        for (const clause of pack.clauses) say(`  ${clause.id.padEnd(34)} ${clause.force.padEnd(7)} ${clause.cite}`);
        for (const name of pack.notLoaded) say(`  not loaded: ${name}`);
      }
    });

  policy
    .command('check')
    .description('Read every pack and run its examples; exit code 3 when one is refused.')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const problems = await policies().then(
        () => [],
        (error: unknown) => {
          if (error instanceof PoliciesRefused) return error.problems;
          throw error;
        },
      );
      if (json) sayJson(problems);
      else for (const { file, line, reason } of problems) say(`${file}:${line}: ${reason}`);
      if (problems.length > 0) throw new Stop('A pack was refused.', 3);
      if (!json) say('Every pack loads and every example comes out as written.');
    });

  addEditions(policy);
  addEvaluate(policy);
  addExplain(policy);
  addImpact(policy);
}

function addEditions(policy: Command): void {
  policy
    .command('editions')
    .option('--json', 'as JSON')
    .description('List the editions of the rules this installation judged by, and since when.')
    .action(async ({ json }: { json?: boolean }) => {
      const { packs } = await policies();
      const { pools, close } = await openToLook(config(), terminalLog(true));
      try {
        const recorded = await Promise.all(
          packs.map(async ({ id }) => ({ id, editions: await editionsOf(onPool(pools.owner), id) })),
        );
        if (json) return sayJson(recorded);
        for (const { id, editions } of recorded)
          for (const { version, hash, calendarHash, recordedAt } of editions)
            say(
              `${id} ${version.padEnd(10)} since ${recordedAt}  ${hash.slice(0, 12)}  calendar ${calendarHash.slice(0, 12)}`,
            );
      } finally {
        await close();
      }
    });
}

function addExplain(policy: Command): void {
  policy
    .command('explain')
    .argument('<chart>', 'the chart’s number')
    .option('--json', 'as JSON')
    .description('Say why each duty of a chart is as it is. No names are shown.')
    .action(async (chart: string, { json }: { json?: boolean }) => {
      const number = wholeNumber(chart);
      const shelf = await policies();
      const { pools, close } = await openToLook(config(), terminalLog(true));
      try {
        const explained = await explainChart(pools.owner, shelf, number);
        if (json) return sayJson(explained);
        for (const { key, state, words } of explained) say(`${state.padEnd(10)} ${key}\n  ${words.join('\n  ')}\n`);
      } finally {
        await close();
      }
    });
}

const countWords = ({ moved, opened, voided, settled }: ChangeCounts): string =>
  `${moved} moved, ${opened} opened, ${voided} void, ${settled} settled otherwise`;

function addImpact(policy: Command): void {
  policy
    .command('impact')
    .requiredOption('--pack <name>', 'the pack')
    .requiredOption('--set <clause/name=value...>', 'numbers to try')
    .option('--agency <number>', 'only this agency’s charts')
    .option('--json', 'as JSON')
    .description(
      'What if: duties moved, opened and voided by other numbers, before anything is in force. Writes nothing.',
    )
    .action(async (wish: { pack: string; set: string[]; agency?: string; json?: boolean }) => {
      const agency = wish.agency === undefined ? null : wholeNumber(wish.agency);
      const shelf = await policies();
      const { pools, close } = await openToLook(config(), terminalLog(true));
      const bar = progress('comparing');
      try {
        const asked = { pack: wish.pack, parameters: readParameters(wish.set), agency };
        const found = await impactOf(pools.owner, shelf, asked, bar.to);
        bar.stop();
        if (wish.json) return sayJson(found);
        for (const one of found) {
          say(`agency ${one.agency}: ${one.charts} charts, ${countWords(one)}`);
          for (const { rule, cite, changed } of one.byRule)
            say(`  ${rule.padEnd(32)} ${countWords(changed)}  (${cite})`);
        }
      } finally {
        bar.stop();
        await close();
      }
    });
}

function addEvaluate(policy: Command): void {
  policy
    .command('evaluate')
    .argument('<facts>', 'a facts file; docs/reference/facts-file.md describes it')
    .requiredOption('--pack <name>', 'the pack to judge by')
    .requiredOption('--on <day>', 'the day to read it on, YYYY-MM-DD')
    .option('--known-at <instant>', 'only what was known by then')
    .option('--json', 'as JSON')
    .description('Evaluate a file of facts without a database.')
    .action(async (file: string, options: { pack: string; on: string; knownAt?: string; json?: boolean }) => {
      const { evaluateFacts } = await import('./evaluate-facts.ts');
      const report = evaluateFacts(await policies(), factKinds.all, await readFile(file, 'utf8'), options);
      if (options.json) sayJson(report.answer);
      else for (const line of report.lines) say(line);
      if (!report.ok) throw new Stop('The facts file was refused.', 3);
    });
}
