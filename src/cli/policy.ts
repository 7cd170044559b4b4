import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { PoliciesRefused, readPolicies } from '#modules/duties/read-policies.ts';
import { factKinds } from '../fact-kinds.ts';
import { projectFolder } from '../project-folder.ts';
import { Stop } from './stop.ts';
import { say, sayJson } from './terminal.ts';

const policies = () => readPolicies(join(projectFolder, 'policies'), factKinds);

export function addPolicyCommands(program: Command): void {
  const policy = program.command('policy').description('The rules: list, check, explain, evaluate, compare.');

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

  addEvaluate(policy);
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
