import type { FastifyInstance } from 'fastify';
import { emergencyRoutes } from '#modules/access/emergency/routes.ts';
import { registerAccess, SessionToucher } from '#modules/access/index.ts';
import { LookWriter } from '#modules/audit/look-writer.ts';
import { auditRoutes } from '#modules/audit/routes.ts';
import { backgroundRoutes } from '#modules/background/index.ts';
import { chartRoutes } from '#modules/chart/routes.ts';
import { contactRoutes } from '#modules/contacts/index.ts';
import { agreementRoutes } from '#modules/directory/agreements/routes.ts';
import { directoryRoutes } from '#modules/directory/desk-routes.ts';
import type { DirectoryReader } from '#modules/directory/index.ts';
import { COUNTY_NAMES } from '#modules/directory/places.ts';
import { registerPublicPages } from '#modules/directory/routes.ts';
import { faceSheetRoutes } from '#modules/documents/face-sheet/routes.ts';
import { draftRoutes } from '#modules/drafts/routes.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { dutyRoutes } from '#modules/duties/routes.ts';
import { bulkRoutes } from '#modules/enrolment/bulk/index.ts';
import { enrolmentRoutes, type RatioOf } from '#modules/enrolment/routes.ts';
import type { FactRegistry } from '#modules/facts/registry.ts';
import { fhirRoutes } from '#modules/fhir/index.ts';
import { mendingRoutes } from '#modules/mending/routes.ts';
import { followOverrides, policyDeskRoutes } from '#modules/policy-desk/index.ts';
import { refusalFrom } from '#modules/record/refusal.ts';
import type { RouteDeps } from '#modules/record/routes.ts';
import { SeatPools } from '#modules/record/seat-pools.ts';
import { importRoutes } from '#modules/referral/import-service/index.ts';
import { referralRoutes } from '#modules/referral/routes.ts';
import { relationshipRoutes } from '#modules/relationships/routes.ts';
import { worklistRoutes } from '#modules/worklists/routes.ts';
import { foldName } from '#modules/youth/names.ts';
import { youthRoutes } from '#modules/youth/routes.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { onPool } from '#platform/database/db.ts';
import type { Pools } from '#platform/database/pools.ts';
import { problemDetails } from '#platform/http/problem.ts';
import { createServer } from '#platform/http/server.ts';
import type { JobHandler } from '#platform/jobs/handler.ts';
import { knowJobs } from '#platform/jobs/know-jobs.ts';
import type { Log } from '#platform/log/log.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { PdfMaker } from '#platform/pdf/pdf-maker.ts';
import { day } from '#shared/calendar-day.ts';
import { backgroundJobs } from './background-jobs.ts';
import { caseloadRatio } from './caseload-ratio.ts';
import { evaluatorOf } from './evaluator.ts';
import { Metrics } from './metrics.ts';
import { systemRoutes } from './system-routes.ts';

export interface AppDeps {
  readonly pools: Pools;
  readonly secret: string;
  readonly publicUrl: string;
  readonly shelf: PolicyShelf;
  readonly kinds: FactRegistry;
  readonly directory: DirectoryReader;
  readonly countiesOfZip: (zip: string) => readonly string[];
  readonly mailer: Mailer | null;
  /** Identity providers within the installation's own network, by host; none by default. */
  readonly issuersInside?: readonly string[];
  /** Where the audit chain's heads are kept outside the database; see `startSealer`. */
  readonly headsFile?: string | null;
  readonly metricsToken?: string | undefined;
  /** Balancers in front; see `trustedProxies`. */
  readonly trustProxy?: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** What New Jersey's pages take for today, wherever the server stands. */
const ZONE = 'America/New_York';

interface Composed {
  readonly app: FastifyInstance;
  readonly routes: RouteDeps;
  /** Long work this program knows how to do; see `startJobs`. */
  readonly jobs: readonly JobHandler[];
  readonly stop: () => Promise<void>;
}

/** The whole program behind HTTP, without a socket: what `main` serves and what tests talk to. */
export async function createApp(deps: AppDeps): Promise<Composed> {
  const { pools, clock, log, shelf, kinds } = deps;
  const app = await serverFor(deps);
  const metrics = new Metrics(pools);
  const toucher = new SessionToucher(pools.engine, clock, log);
  const routes: RouteDeps = {
    seats: new SeatPools(pools),
    clock,
    evaluate: metrics.timed(evaluatorOf(shelf)),
    looks: new LookWriter(onPool(pools.engine)),
    seen: (tokenHash) => toucher.seen(tokenHash),
    operations: [],
  };
  await registerAccess(app, {
    ...deps,
    issuersInside: deps.issuersInside ?? [],
    owner: pools.owner,
    engine: pools.engine,
    seen: routes.seen,
    operations: routes.operations,
  });
  contactRoutes(app, { ...routes, shelf });
  dutyRoutes(app, { ...routes, shelf, kinds });
  referralRoutes(app, { ...routes, countiesOfZip: deps.countiesOfZip });
  const overrides = followOverrides({ owner: pools.owner, shelf, log });
  await overrides.refresh();
  const background = {
    ...routes,
    owner: pools.owner,
    engine: pools.engine,
    shelf,
    log,
    refreshOverrides: overrides.refresh,
    countiesOfZip: deps.countiesOfZip,
    counties: [...COUNTY_NAMES.values()].map(({ name }) => name),
    mailer: deps.mailer,
    publicUrl: deps.publicUrl,
  };
  backgroundRoutes(app, routes);
  importRoutes(app, background);
  policyDeskRoutes(app, background);
  const ratioOf: RatioOf = (programme, agency, today) => caseloadRatio(shelf, programme, agency, day(today));
  bulkRoutes(app, { ...routes, ratioOf });
  enrolmentRoutes(app, { ...routes, shelf, ratioOf });
  chartRoutes(app, { ...routes, shelf });
  draftRoutes(app, { ...routes, secret: deps.secret });
  worklistRoutes(app, { ...routes, shelf });
  youthRoutes(app, routes);
  mendingRoutes(app, routes);
  relationshipRoutes(app, routes);
  const pdf = new PdfMaker();
  faceSheetRoutes(app, { ...routes, shelf, pdf });
  await fhirRoutes(app, {
    ...routes,
    owner: pools.owner,
    publicUrl: deps.publicUrl,
    countiesOfZip: deps.countiesOfZip,
    log,
  });
  mountAround(app, deps, routes, metrics);
  const stop = () => Promise.all([overrides.stop(), pdf.stop(), toucher.stop()]).then(() => {});
  const jobs = backgroundJobs(background);
  await knowJobs(pools.owner, jobs);
  return { app, routes, jobs, stop };
}

/** What stands around the charts: directory, emergencies, the trail, what keeps the service running, the public pages. */
function mountAround(app: FastifyInstance, deps: AppDeps, routes: RouteDeps, metrics: Metrics): void {
  const { pools, clock } = deps;
  directoryRoutes(app, routes);
  agreementRoutes(app, { ...routes, shelf: deps.shelf });
  emergencyRoutes(app, { ...routes, owner: pools.owner, secret: deps.secret, foldName });
  auditRoutes(app, { ...routes, owner: pools.owner, headsFile: deps.headsFile ?? null });
  systemRoutes(app, { ...deps, owner: pools.owner, operations: routes.operations, metrics });
  registerPublicPages(app, deps.directory, () => dayInZone(clock.now(), ZONE));
}

const serverFor = ({ log, trustProxy = [], publicUrl }: AppDeps): Promise<FastifyInstance> =>
  createServer({ log, problemOf: problemFrom, trustProxy, https: publicUrl.startsWith('https:') });

function problemFrom(error: unknown) {
  const refusal = refusalFrom(error);
  return refusal ? problemDetails(refusal.status, refusal.code, refusal.problems, refusal.extra) : null;
}
