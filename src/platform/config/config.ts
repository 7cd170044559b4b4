import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4040),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().min(1).optional(),
  KINFOLD_DATA: z.string().min(1).optional(),
  KINFOLD_SECRET: z.string().min(16).optional(),
  /** File, outside the database, that gets the audit chain's heads; default: in the data folder of the embedded database. */
  KINFOLD_AUDIT_HEADS: z.string().min(1).optional(),
  KINFOLD_DEMO: z.enum(['yes', 'no']).default('yes'),
  METRICS_TOKEN: z.string().min(16).optional(),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).optional(),
});

/** What the surroundings decide. Everything has a default that works on one machine. */
export type Config = z.output<typeof schema>;

/** Reads the environment. Throws an Error with one sentence naming the first variable that cannot be used. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `${issue?.path.join('.') ?? 'the environment'} cannot be used: ${issue?.message ?? 'not understood'}.`,
  );
}
