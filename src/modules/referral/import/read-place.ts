import { foldName } from '#modules/youth/names.ts';
import type { ReferralDraft } from '../model.ts';
import type { ReviewTask } from '../review-tasks.ts';
import type { CleanCells } from './clean-cells.ts';
import type { Note } from './note.ts';
import { isNewJerseyZip, readZip } from './read-zip.ts';

/** What is known of places: the names of New Jersey's counties, and those a ZIP lies in (empty: a ZIP not listed). */
export interface Places {
  readonly counties: readonly string[];
  readonly countyOfZip: (zip: string) => readonly string[];
}

interface ReadPlace {
  readonly address: ReferralDraft['address'];
  readonly tasks: readonly ReviewTask[];
  readonly notes: readonly Note[];
}

/** Reads the address. A place never keeps a row out: what does not fit together becomes a task. */
export function readPlace(cells: CleanCells, places: Places): ReadPlace {
  const line = cells.address || null;
  const city = cells.city || null;
  const zip = readZip(cells.zip);
  const state = readState(cells.state, zip.zip);
  const notes: Note[] = [];
  const tasks: ReviewTask[] = [];
  if (zip.repaired) {
    notes.push({
      field: 'zip',
      code: 'zero-restored',
      detail: { from: cells.zip, to: zip.zip ?? '' },
    });
  }
  if (zip.unreadable) tasks.push({ code: 'zip-unreadable', field: 'zip', detail: { value: cells.zip } });
  const written = cells.county.replace(/\s+(county|co\.?)$/i, '');
  if (state !== null && state !== 'NJ') {
    tasks.push({ code: 'other-state', field: 'state', detail: { state } });
    return { address: { line, city, state, zip: zip.zip, county: written || null }, tasks, notes };
  }
  const county = readCounty(written, zip.zip, places);
  if (county.note) notes.push(county.note);
  if (county.task) tasks.push(county.task);
  return { address: { line, city, state, zip: zip.zip, county: county.county }, tasks, notes };
}

/**
 * Two letters; New Jersey by any of its usual names, or by its ZIP when nothing is written. `null` when neither tells.
 */
function readState(text: string, zip: string | null): string | null {
  if (text === '') return zip !== null && isNewJerseyZip(zip) ? 'NJ' : null;
  return ['nj', 'n j', 'new jersey', 'nueva jersey'].includes(foldName(text)) ? 'NJ' : text.toUpperCase();
}

interface ReadCounty {
  readonly county: string | null;
  readonly task?: ReviewTask;
  readonly note?: Note;
}

function readCounty(written: string, zip: string | null, places: Places): ReadCounty {
  const possible = zip === null ? [] : places.countyOfZip(zip);
  const county = places.counties.find((name) => foldName(name) === foldName(written)) ?? null;
  const [only] = possible;
  if (written === '' && only !== undefined && possible.length === 1) {
    return { county: only, note: { field: 'county', code: 'county-from-zip', detail: { to: only } } };
  }
  if (county === null) {
    const detail = { county: written, zip: zip ?? '', zipCounties: possible.join(', ') };
    return { county: null, task: { code: 'county-unclear', field: 'county', detail } };
  }
  const disagrees = possible.length > 0 ? !possible.includes(county) : zip !== null && !isNewJerseyZip(zip);
  if (!disagrees) return { county };
  const detail = { county, zip: zip ?? '', zipCounties: possible.join(', ') };
  return { county, task: { code: 'county-zip-mismatch', field: 'county', detail } };
}
