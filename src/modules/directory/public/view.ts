import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Agency, County, CountyCode, Directory } from '../model.ts';
import { agencyOf, countiesServedBy } from '../serving.ts';
import { ADDRESSES, type Language } from './languages.ts';
import { WORDS, type Words } from './words.ts';

/** What every part of a public page needs: the directory on a day, and the words and addresses of one language. */
export interface View {
  readonly language: Language;
  readonly words: Words;
  readonly addresses: (typeof ADDRESSES)[Language];
  readonly directory: Directory;
  readonly today: CalendarDay;
}

export function viewIn(language: Language, directory: Directory, today: CalendarDay): View {
  return { language, words: WORDS[language], addresses: ADDRESSES[language], directory, today };
}

export function cmoOf(view: View, county: CountyCode): Agency | null {
  return agencyOf('cmo', county, view.today, view.directory);
}

/** `Cumberland, Gloucester and Salem counties`, as an agency serves them today. */
export function countiesOf(view: View, agency: Agency): string {
  return view.words.counties(countiesServedBy(agency, view.today, view.directory).map((county) => county.name));
}

export function countyNamed(view: View, code: CountyCode): County | undefined {
  return view.directory.counties.find((county) => county.code === code);
}
