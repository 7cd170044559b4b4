import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Evaluate } from '#modules/record/evaluation.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { POOL_NAMES, type Pools } from '#platform/database/pools.ts';

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** Oldest audit row no seal covers yet, and oldest job asked for and not handed on: how far each is behind, in seconds. */
const BEHIND = plain(`select
  coalesce((select extract(epoch from clock_timestamp() - min(e.at)) from kinfold.audit_event e
    where e.era = (select coalesce(max(era), 1) from kinfold.audit_era)
      and e.tx >= coalesce((select max(s.to_tx) from kinfold.audit_seal s where s.era = e.era), '0'::xid8)), 0)::float8 as seal,
  coalesce((select extract(epoch from clock_timestamp() - min(at)) from kinfold.job_request), 0)::float8 as asked`);
/** Per kind of job: how long the oldest that could run now has waited, and how many run. */
const JOBS = plain(`select name as job, coalesce(extract(epoch from clock_timestamp() - min(start_after)
    filter (where state in ('created', 'retry') and start_after <= clock_timestamp())), 0)::float8 as lag,
    count(*) filter (where state = 'active')::int as active
  from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%' group by name`);
const JOBS_THERE = plain(`select to_regclass('pgboss.job') is not null as there`);

/**
 * What an operator watches, in Prometheus' words. Labels are route patterns, status codes, names of pools and jobs and
 * programmes: nothing about a person can be in them.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #pools: Pools;
  readonly #evaluations: Histogram;

  constructor(pools: Pools) {
    this.#pools = pools;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#evaluations = new Histogram({
      name: 'kinfold_evaluation_seconds',
      help: 'Time the rule engine takes for one chart, by programme.',
      labelNames: ['programme'],
      buckets: SECONDS,
      registers,
    });
    this.#poolGauges(registers);
    this.#lagGauges(registers);
  }

  /** The engine, with the time it takes noted. */
  timed(evaluate: Evaluate): Evaluate {
    return (programme, holder, facts) => {
      const end = this.#evaluations.startTimer({ programme });
      try {
        return evaluate(programme, holder, facts);
      } finally {
        end();
      }
    };
  }

  /** Notes every answer of the application by route pattern, method and status. */
  watch(app: FastifyInstance): void {
    const times = new Histogram({
      name: 'kinfold_request_seconds',
      help: 'Time to answer, by route pattern, method and status.',
      labelNames: ['route', 'method', 'status'],
      buckets: SECONDS,
      registers: [this.#registry],
    });
    app.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'unknown';
      times.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
    });
  }

  async text(): Promise<{ type: string; body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  #poolGauges(registers: Registry[]): void {
    const pools = this.#pools;
    const of = (name: string, help: string, read: (pool: Pools['owner']) => number) =>
      new Gauge({
        name: `kinfold_pool_${name}`,
        help,
        labelNames: ['pool'],
        registers,
        collect() {
          for (const pool of POOL_NAMES) this.set({ pool }, read(pools[pool]));
        },
      });
    of('waiting', 'Requests waiting for a connection to the database.', (pool) => pool.waitingCount);
    of('open', 'Open connections to the database.', (pool) => pool.totalCount);
    of('idle', 'Open connections nobody uses.', (pool) => pool.idleCount);
  }

  #lagGauges(registers: Registry[]): void {
    const owner = onPool(this.#pools.owner);
    const asked = new Gauge({
      name: 'kinfold_job_request_lag_seconds',
      help: 'Age of the oldest job a command asked for that is not handed to the job runner.',
      registers,
    });
    new Gauge({
      name: 'kinfold_seal_lag_seconds',
      help: 'Age of the oldest row of the audit trail that is not sealed.',
      registers,
      async collect() {
        const { rows } = await owner.query<{ seal: number; asked: number }>(BEHIND);
        this.set(rows[0]?.seal ?? 0);
        asked.set(rows[0]?.asked ?? 0);
      },
    });
    const active = new Gauge({ name: 'kinfold_jobs_active', help: 'Jobs running.', labelNames: ['job'], registers });
    new Gauge({
      name: 'kinfold_job_lag_seconds',
      help: 'How long the oldest waiting job that could run has waited.',
      labelNames: ['job'],
      registers,
      async collect() {
        this.reset();
        active.reset();
        const there = await owner.query<{ there: boolean }>(JOBS_THERE);
        if (!there.rows[0]?.there) return;
        for (const { job, lag, active: running } of (
          await owner.query<{ job: string; lag: number; active: number }>(JOBS)
        ).rows) {
          this.set({ job }, lag);
          active.set({ job }, running);
        }
      },
    });
  }
}
