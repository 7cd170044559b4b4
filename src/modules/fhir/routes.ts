import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { runCommand } from '#modules/record/command.ts';
import { runRead } from '#modules/record/read.ts';
import { notFound } from '#modules/record/refusal.ts';
import { auditRefusal, type RouteDeps } from '#modules/record/routes.ts';
import { statement } from '#platform/database/db.ts';
import type { Log } from '#platform/log/log.ts';
import { canonical } from './canonical.ts';
import { capabilityStatement } from './capability-statement.ts';
import { clientOf, type FhirClient, sessionHashOf } from './clients/session.ts';
import { tokenRoute } from './clients/token-route.ts';
import { readResource, readVersion, submitBundle } from './contract.ts';
import { BadFhir, outcomeOf } from './outcome.ts';
import { readBundle } from './read/read-bundle.ts';
import { toDraft } from './read/to-draft.ts';
import { sameId } from './referral-ids.ts';
import { type Located, registerBundle } from './register-bundle.ts';
import { isResourceType } from './resources.ts';

export interface FhirDeps extends RouteDeps {
  readonly owner: pg.Pool;
  readonly publicUrl: string;
  readonly countiesOfZip: (zip: string) => readonly string[];
  readonly log: Log;
}

const FHIR_JSON = 'application/fhir+json; charset=utf-8';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ONE = statement(
  'fhir.one',
  'select resource, chart from kinfold.fhir_resource where type = $1 and id = $2 and client = $3',
);

/** The FHIR R4 edge and its token endpoint, each with its own way of saying what is wrong. */
export async function fhirRoutes(app: FastifyInstance, deps: FhirDeps): Promise<void> {
  deps.operations.push(submitBundle, readResource, readVersion);
  await app.register(async (scope) => tokenRoute(scope, deps.owner));
  await app.register(async (scope) => {
    // Words are no resource: refused for what they are (415), not read as one.
    scope.removeContentTypeParser('text/plain');
    scope.addContentTypeParser(
      'application/fhir+json',
      { parseAs: 'string' },
      scope.getDefaultJsonParser('ignore', 'ignore'),
    );
    scope.setErrorHandler((error, request, reply) => {
      const { status, body, known } = outcomeOf(error);
      if (!known)
        deps.log.error('request failed', {
          route: request.routeOptions.url ?? 'unknown',
          method: request.method,
          error,
        });
      if (status === 401) reply.header('www-authenticate', 'Bearer');
      return reply.status(status).type(FHIR_JSON).send(JSON.stringify(body));
    });
    scope.get('/fhir/R4/metadata', async (_request, reply) => sent(reply, capabilityStatement(deps.publicUrl)));
    scope.post('/fhir/R4', { bodyLimit: submitBundle.bodyLimit }, (request, reply) => submit(deps, request, reply));
    scope.get('/fhir/R4/:type/:resource', (request, reply) => readOne(deps, request, reply));
    // What a transaction answers as location; a resource is kept as it was taken, so it has one version.
    scope.get('/fhir/R4/:type/:resource/_history/:version', (request, reply) => readOne(deps, request, reply));
  });
}

const sent = (reply: FastifyReply, body: unknown) => reply.type(FHIR_JSON).send(JSON.stringify(body));

interface Identified {
  readonly client: FhirClient;
  readonly caller: { readonly tokenHash: Buffer; readonly seat: string };
}

async function identified({ owner }: FhirDeps, { headers }: FastifyRequest): Promise<Identified> {
  const token = /^Bearer ([\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  const tokenHash = sessionHashOf(token ?? '');
  const client = token ? await clientOf(owner, tokenHash) : null;
  if (!client)
    throw new BadFhir(401, [
      { code: 'login', says: 'an access token in force is needed; ask for one at /oauth/token' },
    ]);
  return { client, caller: { tokenHash, seat: client.seat } };
}

async function submit(deps: FhirDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { client, caller } = await identified(deps, request);
  const bundle = readBundle(request.body);
  if (!bundle.ok) throw new BadFhir(422, bundle.error);
  const { countiesOfZip } = deps;
  const draft = toDraft(bundle.value, { sender: client.name, nowMs: deps.clock.now(), countiesOfZip });
  if (!draft.ok) throw new BadFhir(422, draft.error);
  const [named] = bundle.value.request.resource.identifier;
  const name = [client.id, named?.system ?? '', named?.value ?? ''];
  const [chart, referral] = [sameId('chart', ...name), sameId('referral', ...name)];
  const { permission, audit } = submitBundle;
  const asked = { caller, chart, permission, event: audit.event, write: referral, body: canonical(bundle.value) };
  const run = () =>
    runCommand(deps, asked, (command) =>
      registerBundle(command, { client, bundle: bundle.value, draft: draft.value, chart, referral, countiesOfZip }),
    );
  const done = await auditRefusal(deps, submitBundle, {}, run, caller);
  return sent(reply, transactionResponse(done.answer, done.repeated));
}

function transactionResponse(
  { located, at }: { readonly located: readonly Located[]; readonly at: string },
  repeated: boolean,
) {
  return {
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: located.map(({ type, id }) => ({
      response: {
        status: repeated ? '200 OK' : '201 Created',
        location: `${type}/${id}/_history/1`,
        etag: 'W/"1"',
        lastModified: at,
      },
    })),
  };
}

async function readOne(deps: FhirDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { client, caller } = await identified(deps, request);
  const { type, resource, version } = request.params as { type: string; resource: string; version?: string };
  if (!isResourceType(type))
    throw new BadFhir(404, [{ code: 'not-supported', says: 'this kind of resource is not given' }]);
  if (!UUID.test(resource) || (version !== undefined && version !== '1')) throw notFound();
  const { permission, audit } = readResource;
  const run = () =>
    runRead(deps, { caller, permission, event: audit.event }, async ({ db }) => {
      const { rows } = await db.query<{ resource: unknown; chart: string }>(ONE, [type, resource, client.id]);
      const [row] = rows;
      if (!row) throw notFound();
      return { answer: row.resource, chart: row.chart };
    });
  const found = await auditRefusal(deps, readResource, {}, run, caller);
  return sent(reply.header('etag', 'W/"1"'), found);
}
