import type { Words } from '../model.ts';
import { besidePlaces, filledTitle, numbersIn } from '../titles.ts';
import type { ClauseReading } from './clause-reading.ts';
import type { KeyReader } from './key-reader.ts';

/** A title by the numbers of its clause; how it is written is kept in `forms` where it names one. */
export function readTitle(reading: ClauseReading, reader: KeyReader, forms: Map<Words, Words>): Words {
  const written = reader.words('title');
  for (const text of [written.en, written.es]) checkPlaces(reading, reader, text);
  const [named, other] = [written.en, written.es].map((text) => numbersIn(text).sort().join(', '));
  if (named !== other)
    reading.file.refuse(reader.node, `a title names the same numbers in both languages, not: ${named} and: ${other}`);
  if (named === '') return written;
  const title = filledTitle(written, (name) => reading.parameters.find((one) => one.name === name)?.is);
  forms.set(title, written);
  return title;
}

function checkPlaces({ file, clauseId, parameters }: ClauseReading, reader: KeyReader, text: string): void {
  for (const name of numbersIn(text)) {
    const number = parameters.some((one) => one.name === name && typeof one.is === 'number');
    if (!number) file.refuse(reader.node, `the title names {${name}}, which is not a number of clause ${clauseId}`);
  }
  if (/[{}]/.test(besidePlaces(text)))
    file.refuse(reader.node, `a number in a title is written {days} or {days: day|days}, not as in "${text}"`);
}
