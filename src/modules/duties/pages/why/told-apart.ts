/** "nj.first-contact/hours is 24 (pcenj.org)": a number of the clause. */
const NUMBER = /^[a-z]+\.[\w-]+\/(.+?) is (.+)$/;
const YES_NO: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

/** A sentence begins with a capital. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Hours: 24 (pcenj.org)" */
function numberSaid(line: string): string {
  const [, name = '', value = ''] = NUMBER.exec(line) ?? [];
  return `${capital(name)}: ${value.replace(/^(true|false)\b/, (word) => YES_NO[word] ?? word)}`;
}

/** The sentences of an explanation: what a reader wants first, and the numbers and readings behind it. */
export function toldApart(lines: readonly string[]): { why: string[]; workedOut: string[] } {
  const numbers = lines.filter((line) => NUMBER.test(line)).map(numberSaid);
  const readings = lines.filter((line) => line.includes('?')).map(capital);
  const why = lines.filter((line) => !NUMBER.test(line) && !line.includes('?')).map(capital);
  return { why, workedOut: [...numbers, ...readings] };
}
