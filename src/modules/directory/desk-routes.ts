import type { FastifyInstance } from 'fastify';
import { mountAgencyCommand } from '#modules/record/agency-command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { mountRead, type RouteDeps } from '#modules/record/routes.ts';
import { type Db, statement } from '#platform/database/db.ts';
import * as contract from './contract.ts';

const AGENCIES = statement(
  'directory.desk-agencies',
  `select id, kind, name, short_name as "shortName", phone, phone_source as "phoneSource", website, source, confidence, staff_reach as "staffReach"
   from kinfold.agency where programme = $1 order by id`,
);
const COUNTIES = statement(
  'directory.desk-counties',
  'select code, name from kinfold.county where state = $1 order by name',
);
const AREAS = statement(
  'directory.desk-areas',
  `select s.agency, s.county, s.from_day as "from", s.to_day as "to" from kinfold.service_area s join kinfold.agency a on a.id = s.agency
   where a.programme = $1 order by s.county, s.from_day`,
);
const CHANGES = statement(
  'directory.desk-changes',
  `select d.agency, d.at, h.name as by, d.reason, d.before, d.after from kinfold.directory_change d
   left join kinfold.seat_holder h on h.seat = d.by_seat order by d.at desc limit 100`,
);
const CHANGE_AGENCY = statement('directory.change-agency', 'select kinfold.change_agency($1, $2, $3, $4, $5, $6, $7)');
const KNOWN_COUNTY = statement('directory.known-county', 'select code from kinfold.county where code = $1');
const CHANGE_AREA = statement('directory.change-area', 'select kinfold.change_service_area($1, $2, $3, $4, $5)');

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
  mountAgencyCommand(app, deps, contract.changeAgency, async (command, { params, body }) => {
    const { id, phone, phoneSource, website, staffReach, reason } = body;
    await command.db.query(CHANGE_AGENCY, [id, params.agency, phone, phoneSource, website, staffReach ?? null, reason]);
    command.detail('agency', params.agency);
    return {};
  });
  mountAgencyCommand(app, deps, contract.changeServiceArea, async (command, { body }) => {
    if ((await rows(command.db, KNOWN_COUNTY, [body.county])).length === 0) throw wrongField('county', 'unknown');
    await command.db.query(CHANGE_AREA, [body.id, body.agency, body.county, body.from, body.reason]);
    command.detail('agency', body.agency);
    command.detail('county', body.county);
    return {};
  });
}
