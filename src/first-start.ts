import type pg from 'pg';
import { agencies, counties, serviceAreas } from '#modules/directory/seed.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';

/** Puts the directory into a database that has none: agencies, counties, who serves whom. Never touches one that has. */
export async function ensureDirectory(owner: pg.Pool): Promise<void> {
  const there = await onPool(owner).query(plain('select 1 from kinfold.agency limit 1'));
  if (there.rowCount > 0) return;
  await transaction(owner, async (tx) => {
    await tx.query(
      plain(`insert into kinfold.agency (id, programme, kind, name, short_name, phone, phone_source, website, zone, source, confidence, note)
        select id, programme, kind, name, "shortName", phone, "phoneSource", website, zone, source, confidence, note
        from jsonb_to_recordset($1::jsonb) as a (id int, programme text, kind text, name text, "shortName" text, phone text, "phoneSource" text,
          website text, zone text, source text, confidence text, note text) on conflict do nothing`),
      [JSON.stringify(agencies)],
    );
    await tx.query(
      plain(`insert into kinfold.county (code, state, name, slug, medicaid_code) select code, state, name, slug, "medicaidCode"
        from jsonb_to_recordset($1::jsonb) as c (code text, state text, name text, slug text, "medicaidCode" text) on conflict do nothing`),
      [JSON.stringify(counties)],
    );
    await tx.query(
      plain(`insert into kinfold.service_area (agency, county, from_day, to_day) select "agencyId", county, "from", "to"
        from jsonb_to_recordset($1::jsonb) as s ("agencyId" int, county text, "from" date, "to" date) on conflict do nothing`),
      [JSON.stringify(serviceAreas)],
    );
  });
}
