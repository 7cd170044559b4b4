import type { FastifyInstance } from 'fastify';
import { type AgencyCommand, mountAgencyCommand } from '#modules/record/agency-command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { AnswerOf, BodyOf } from '#platform/http/operation.ts';
import * as contract from './contract.ts';

const AGENCIES = statement(
  'directory.desk-agencies',
  `select id, kind, name, short_name as "shortName", phone, phone_source as "phoneSource", website, source, confidence, staff_reach as "staffReach", revision
   from kinfold.agency where programme = $1 order by id`,
);
const COUNTIES = statement(
  'directory.desk-counties',
  'select code, name, served_revision as revision from kinfold.county where state = $1 order by name',
);
const AREAS = statement(
  'directory.desk-areas',
  `select s.agency, s.county, s.from_day as "from", s.to_day as "to" from kinfold.service_area s join kinfold.agency a on a.id = s.agency
   where a.programme = $1 order by s.county, s.from_day`,
);
const CHANGES = statement(
  'directory.desk-changes',
  `select d.agency, d.at, (select h.name from kinfold.seat_holder h where h.seat = d.by_seat) as by, d.reason, d.before, d.after from kinfold.directory_change d
   order by d.at desc limit 100`,
);
const CHANGE_AGENCY = statement(
  'directory.change-agency',
  'select kinfold.change_agency($1, $2, $3, $4, $5, $6, $7, $8) as revision',
);
const AGENCY_NOW = statement(
  'directory.agency-now',
  `select phone, phone_source as "phoneSource", website, staff_reach as "staffReach", revision from kinfold.agency where id = $1`,
);
const COUNTY_NOW = statement(
  'directory.county-now',
  'select served_revision as revision from kinfold.county where code = $1',
);
const SERVED_NOW = statement(
  'directory.served-now',
  `select s.agency, s.from_day as "from", s.to_day as "to" from kinfold.service_area s join kinfold.agency a on a.id = s.agency
   where s.county = $1 and a.kind = (select kind from kinfold.agency where id = $2) order by s.from_day`,
);
const CHANGE_AREA = statement(
  'directory.change-area',
  'select kinfold.change_service_area($1, $2, $3, $4, $5, $6) as revision',
);

/** As the database decides in `may_change_agency`. */
const MENDS: Readonly<Partial<Record<string, 'all' | 'own'>>> = { 'csa-coordinator': 'all', administrator: 'own' };

const rows = async <R>(db: Db, what: ReturnType<typeof statement>, values: readonly unknown[] = []): Promise<R[]> =>
  (await db.query<R>(what, values)).rows;

/** The directory as staff read and mend it. Who may change what is decided again by the database. */
export function directoryRoutes(app: FastifyInstance, deps: RouteDeps): void {
  mountRead(app, deps, contract.readDirectory, async ({ db, actor }) => {
    const { programme, today, agency, capacity } = await actor();
    const mends: 'all' | 'own' | 'none' = MENDS[capacity] ?? 'none';
    const state = programme === 'nj-cmo' ? 'NJ' : 'PA';
    type Answer = Awaited<ReturnType<typeof contract.readDirectory.answer.parse>>;
    const [agencies, counties, areas, changes] = await Promise.all([
      rows<Answer['agencies'][number]>(db, AGENCIES, [programme]),
      rows<Answer['counties'][number]>(db, COUNTIES, [state]),
      rows<Answer['areas'][number]>(db, AREAS, [programme]),
      rows<Answer['changes'][number]>(db, CHANGES),
    ]);
    return { answer: { today, mends, own: agency, agencies, counties, areas, changes } };
  });
  mountAgencyCommand(app, deps, contract.changeAgency, (command, { params, body }) =>
    mendAgency(command, params.agency, body),
  );
  mountAgencyCommand(app, deps, contract.changeServiceArea, (command, { body }) => serveFrom(command, body));
}

type Changed = AnswerOf<typeof contract.changeAgency>;

async function mendAgency(
  command: AgencyCommand,
  agency: number,
  body: BodyOf<typeof contract.changeAgency>,
): Promise<Changed> {
  const { id, base, phone, phoneSource, website, staffReach, reason } = body;
  const values = [id, agency, base, phone, phoneSource, website, staffReach ?? null, reason];
  const [changed] = await rows<{ revision: number | null }>(command.db, CHANGE_AGENCY, values);
  if (!changed?.revision) {
    const [current] = await rows(command.db, AGENCY_NOW, [agency]);
    throw changedMeanwhile({ phone, phoneSource, website, staffReach: staffReach ?? null }, current);
  }
  command.detail('agency', agency);
  command.detail('revision', changed.revision);
  return { revision: changed.revision };
}

async function serveFrom(command: AgencyCommand, body: BodyOf<typeof contract.changeServiceArea>): Promise<Changed> {
  const { id, base, agency, county, from, reason } = body;
  const [known] = await rows<Changed>(command.db, COUNTY_NOW, [county]);
  if (!known) throw wrongField('county', 'unknown');
  const values = [id, agency, county, base, from, reason];
  const [changed] = await rows<{ revision: number | null }>(command.db, CHANGE_AREA, values);
  if (!changed?.revision) {
    const served = await rows(command.db, SERVED_NOW, [county, agency]);
    const [now = known] = await rows<Changed>(command.db, COUNTY_NOW, [county]);
    throw changedMeanwhile({ agency, from }, { ...now, served });
  }
  command.detail('agency', agency);
  command.detail('county', county);
  return { revision: changed.revision };
}

/** Somebody changed it since the writer read it: both versions, for the writer to look at. */
const changedMeanwhile = (yours: unknown, current: unknown): Refusal =>
  new Refusal(409, 'changed-meanwhile', [], { yours, current });
