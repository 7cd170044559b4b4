import { isIP } from 'node:net';
import { z } from 'zod';
import { trustedProxies } from './trusted-proxies.ts';

/** A name without scheme, port or path. */
const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** Whether a text is the address of a mail server, as `smtpMailer` reads it. */
function isMailServer(text: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(text);
    decodeURIComponent(username + password);
    return /^smtps?:$/.test(protocol) && hostname !== '';
  } catch {
    return false;
  }
}

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4040),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Whose word about a request's own address is believed: addresses and ranges of balancers in front, or nobody. */
  TRUST_PROXY: z
    .string()
    .optional()
    .transform((text, context) => {
      const read = trustedProxies(text ?? '');
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: read.error });
      return z.NEVER;
    }),
  DATABASE_URL: z.string().min(1).optional(),
  /** `allowed`: a database on another machine may be spoken to unencrypted, because something else encrypts the way there. */
  KINFOLD_DATABASE_PLAIN: z.literal('allowed').optional(),
  /** Hosts of identity providers within the installation's own network, which nobody may otherwise enter. */
  KINFOLD_ISSUERS_INSIDE: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== ''),
    )
    .refine((hosts) => hosts.every((host) => HOST.test(host) || isIP(host) !== 0), {
      message: 'it is not a list of hosts such as login.agency.internal, 10.0.0.4',
    }),
  KINFOLD_DATA: z.string().min(1).optional(),
  KINFOLD_SECRET: z.string().min(16).optional(),
  /** File, outside the database, that gets the audit chain's heads; default: in the data folder of the embedded database. */
  KINFOLD_AUDIT_HEADS: z.string().min(1).optional(),
  KINFOLD_DEMO: z.enum(['yes', 'no']).default('yes'),
  /** Longest a request's statement may run, wait for a lock, or leave its transaction idle, in milliseconds. */
  KINFOLD_STATEMENT_MS: z.coerce.number().int().min(1000).default(60_000),
  KINFOLD_LOCK_MS: z.coerce.number().int().min(1000).default(20_000),
  KINFOLD_IDLE_MS: z.coerce.number().int().min(1000).default(60_000),
  METRICS_TOKEN: z.string().min(16).optional(),
  SMTP_URL: z
    .string()
    .refine(isMailServer, {
      message: 'it is not the address of a mail server such as smtps://user:password@mail.example.org',
    })
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
});

/** One without the other sends no mail, and nobody would notice before somebody waits for a link. */
const schema = settings.check(({ value: { SMTP_URL, MAIL_FROM }, issues }) => {
  if ((SMTP_URL === undefined) === (MAIL_FROM === undefined)) return;
  const [set, missing] = SMTP_URL === undefined ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM'];
  issues.push({ code: 'custom', path: [set], message: `no mail is sent without ${missing}`, input: set });
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
