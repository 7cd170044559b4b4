import { join } from 'node:path';
import type { Command } from 'commander';
import { appsOfAnotherSecret } from '#modules/access/index.ts';
import { readPolicies } from '#modules/duties/read-policies.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { assertSafeRoles } from '#platform/database/safe-roles.ts';
import { valuesInLog } from '#platform/database/values-in-log.ts';
import { factKinds } from '../fact-kinds.ts';
import { openToLook } from '../open-database.ts';
import { projectFolder } from '../project-folder.ts';
import { Stop } from './stop.ts';
import { config, say, sayJson, terminalLog } from './terminal.ts';

interface Finding {
  readonly what: string;
  readonly well: boolean;
  readonly words: string;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'Check this installation: database, roles, migrations, rules, secret. Exit code 3 when something is wrong.',
    )
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine();
      if (json) sayJson(findings);
      else for (const { what, well, words } of findings) say(`${well ? 'well ' : 'wrong'}  ${what}: ${words}`);
      if (findings.some(({ well }) => !well)) throw new Stop('Something needs attention.', 3);
    });
}

async function examine(): Promise<Finding[]> {
  const findings: Finding[] = [];
  const check = async (what: string, look: () => Promise<string>): Promise<void> => {
    try {
      findings.push({ what, well: true, words: await look() });
    } catch (error) {
      findings.push({ what, well: false, words: error instanceof Error ? error.message : String(error) });
    }
  };
  await check('rules', async () => {
    const { packs } = await readPolicies(join(projectFolder, 'policies'), factKinds);
    return `${packs.length} ${packs.length === 1 ? 'pack' : 'packs'}, ${packs.flatMap(({ clauses }) => clauses).length} clauses, every example as written`;
  });
  await check('database', async () => {
    const { pools, close } = await openToLook(config(), terminalLog(true));
    try {
      await assertSafeRoles(pools);
      const { rows } = await onPool(pools.owner).query<{ version: string; charts: number }>(
        plain(
          `select current_setting('server_version') as version, (select count(*)::int from kinfold.chart) as charts`,
        ),
      );
      return `PostgreSQL ${rows[0]?.version ?? '?'}, migrated, row security holds, ${rows[0]?.charts ?? 0} charts`;
    } finally {
      await close();
    }
  });
  await check('the secret', async () => {
    const { database, pools, close } = await openToLook(config(), terminalLog(true));
    try {
      const foreign = await appsOfAnotherSecret(onPool(pools.owner), database.secret);
      const whose = `${foreign} ${foreign === 1 ? 'person' : 'people'}`;
      if (foreign > 0)
        throw new Error(`authenticator apps of ${whose} open only with another one; see docs/reference/settings.md`);
      return 'every authenticator app opens with it';
    } finally {
      await close();
    }
  });
  await check('the database’s log', async () => {
    const { pools, close } = await openToLook(config(), terminalLog(true), { older: true });
    try {
      const saying = await valuesInLog(onPool(pools.owner));
      if (saying.length > 0) throw new Error(`may name people: ${saying.join(', ')}; see docs/reference/settings.md`);
      return 'repeats neither statements nor values';
    } finally {
      await close();
    }
  });
  return findings;
}
