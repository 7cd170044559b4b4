import type { PgBoss } from 'pg-boss';
import type { JobHandler } from './handler.ts';
import { howKept } from './how-kept.ts';

/** Makes the stored schedules those the handlers say now. Any number of processes may do so; each schedule runs once. */
export async function keepSchedules(boss: PgBoss, handlers: readonly JobHandler[]): Promise<void> {
  for (const handler of handlers) {
    const { name, schedules } = handler;
    const wanted = (await schedules?.()) ?? [];
    const kept = new Set(wanted.map(({ key }) => key));
    for (const { key } of await boss.getSchedules(name)) if (!kept.has(key)) await boss.unschedule(name, key);
    for (const { key, cron, zone, data } of wanted)
      await boss.schedule(name, cron, data, { ...howKept(handler), tz: zone, key });
  }
}
