import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { refusalFrom } from '#modules/record/refusal.ts';
import { SEAT_HEADER, SESSION_COOKIE } from '#modules/record/routes.ts';
import { movableClock } from '#platform/clock/clock.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { type TestDatabase, testDatabase } from '#platform/database/testing/test-database.ts';
import type { Operation } from '#platform/http/operation.ts';
import { ownCookieName } from '#platform/http/own-cookie.ts';
import { problemDetails } from '#platform/http/problem.ts';
import { createServer } from '#platform/http/server.ts';
import { jsonLog } from '#platform/log/log.ts';
import type { Message } from '#platform/mail/mailer.ts';
import { createPerson } from '../create-person.ts';
import type { AccessDeps } from '../deps.ts';
import { hashPassword } from '../password/hash.ts';
import { registerAccess } from '../register.ts';
import { SessionToucher } from '../sessions/toucher.ts';

export const PASSWORD = 'a long walk to the library';
export const PUBLIC_URL = 'https://kinfold.example.org';

/** Two agencies of one programme, so that a test can try to reach from one into the other. */
export const OWN_AGENCY = 9001;
export const OTHER_AGENCY = 9002;

export interface TestPerson {
  readonly id: string;
  readonly seat: string;
  readonly email: string;
}

interface Setting {
  readonly withMail: boolean;
  readonly publicUrl: string;
  readonly issuersInside: readonly string[];
}

/** The real router on a real PostgreSQL, with a mail server that keeps what it is given. */
export class AccessApp {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly toucher: SessionToucher;
  readonly clock: ReturnType<typeof movableClock>;
  readonly sent: Message[] = [];
  readonly logged: string[] = [];
  readonly operations: Operation[] = [];
  readonly deps: AccessDeps;
  readonly #renewed = new Map<string, string>();

  private constructor(
    app: FastifyInstance,
    database: TestDatabase,
    logged: string[],
    { withMail, publicUrl, issuersInside }: Setting,
  ) {
    this.app = app;
    this.database = database;
    this.logged = logged;
    this.clock = movableClock(new Date().toISOString());
    const log = jsonLog(
      (line) => logged.push(line),
      () => this.clock.now(),
    );
    this.toucher = new SessionToucher(database.pools.engine, this.clock, log);
    this.deps = {
      owner: database.pools.owner,
      engine: database.pools.engine,
      clock: this.clock,
      secret: 'a secret of the tests',
      publicUrl,
      issuersInside,
      mailer: withMail ? { send: async (message) => void this.sent.push(message) } : null,
      log,
      seen: (tokenHash) => this.toucher.seen(tokenHash),
      operations: this.operations,
    };
  }

  static async start({
    withMail = true,
    publicUrl = PUBLIC_URL,
    issuersInside = [],
  }: Partial<Setting> = {}): Promise<AccessApp> {
    const database = await testDatabase();
    const logged: string[] = [];
    const log = jsonLog(
      (line) => logged.push(line),
      () => 0,
    );
    const app = await createServer({
      log,
      https: publicUrl.startsWith('https:'),
      problemOf: (error) => {
        const refusal = refusalFrom(error);
        return refusal && problemDetails(refusal.status, refusal.code, refusal.problems, refusal.extra);
      },
    });
    const made = new AccessApp(app, database, logged, { withMail, publicUrl, issuersInside });
    await registerAccess(app, made.deps);
    for (const agency of [OWN_AGENCY, OTHER_AGENCY]) {
      await made.sql(
        `insert into kinfold.agency (id, programme, kind, name, short_name, source, confidence)
         values ($1, 'nj-cmo', 'cmo', 'Harbor Light Care', 'Harbor', 'test', 'seen')`,
        [agency],
      );
    }
    return made;
  }

  async stop(): Promise<void> {
    await this.toucher.stop();
    await this.app.close();
    await this.database.drop();
  }

  async sql<R = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await onPool(this.database.pools.owner).query<R>(plain(text), values)).rows;
  }

  async person(capacity = 'care-manager', agency = OWN_AGENCY): Promise<TestPerson> {
    const made = { id: randomUUID(), seat: randomUUID(), email: `${randomUUID().slice(0, 8)}@example.org` };
    const seats = [{ id: made.seat, capacity, agency, from: '2020-01-01' }];
    hashed ??= hashPassword(PASSWORD);
    const passwordHash = await hashed;
    await createPerson(onPool(this.database.pools.owner), { ...made, name: 'Robin Sample', passwordHash, seats });
    return made;
  }

  /** Sends as our own pages do, with the token the browser would have by now: a fresh proof gives it another. */
  async send(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    payload: object | null,
    who: Who = {},
  ): Promise<LightMyRequestResponse> {
    const options: InjectOptions = {
      method,
      url,
      headers: { 'x-kinfold': '1', ...(who.seat ? { [SEAT_HEADER]: who.seat } : {}), ...who.headers },
      cookies: {
        ...who.cookies,
        ...(who.token ? { [ownCookieName(this.app, SESSION_COOKIE)]: this.#renewed.get(who.token) ?? who.token } : {}),
      },
      ...(who.address ? { remoteAddress: who.address } : {}),
      ...(payload ? { payload } : {}),
    };
    const answer = await this.app.inject(options);
    const renews = url.endsWith('/unlock') || url.endsWith('/step-up');
    if (who.token && renews && answer.cookies.length > 0) this.#renewed.set(who.token, tokenOf(answer));
    return answer;
  }

  post = (url: string, payload: object, who?: Who) => this.send('POST', url, payload, who);
  get = (url: string, who?: Who) => this.send('GET', url, null, who);
  delete = (url: string, who?: Who) => this.send('DELETE', url, null, who);

  /** Signs in by password and returns the session's token. */
  async signIn(email: string, password = PASSWORD): Promise<string> {
    const answer = await this.post('/api/session', { email, password });
    if (answer.statusCode !== 200) throw new Error(`sign-in answered ${answer.statusCode} ${answer.body}`);
    return tokenOf(answer);
  }

  /** The operations in the audit trail of one person, in order, with their details. */
  trail(person: string | null): Promise<{ operation: string; outcome: string; details: Record<string, unknown> }[]> {
    return this.sql(
      'select operation, outcome, details from kinfold.audit_event where person is not distinct from $1::uuid order by id',
      [person],
    );
  }
}

export interface Who {
  readonly token?: string;
  readonly seat?: string;
  readonly address?: string;
  readonly headers?: Record<string, string>;
  readonly cookies?: Record<string, string>;
}

let hashed: Promise<string> | null = null;

export function tokenOf(answer: LightMyRequestResponse): string {
  const cookie = answer.cookies.find(({ name }) => name.endsWith(SESSION_COOKIE));
  if (!cookie?.value) throw new Error(`no session cookie with ${answer.statusCode} ${answer.body}`);
  return cookie.value;
}
