const STARTS_FORMULA = /^[=+\-@\t\r]/;
/** Beyond doubt: `=…`, or a sign followed by a call, a cell reference with `!`, or a pipe to a program. */
const FORMULA_IN_PROSE = /^(=\s*\S|[+\-@]\s*[A-Za-z.]+\(|[+\-@][^\s]*[!|])/;
const DEFUSED = /^'(?=[=+\-@\t\r])/;

/** Whether a spreadsheet might run this text as a formula. True for `+1 609 …` and `- left school` as well. */
export function startsLikeFormula(text: string): boolean {
  return STARTS_FORMULA.test(text);
}

/** Whether prose is evidently a formula; a list that begins with a dash, or a telephone number, is not. */
export function isFormula(text: string): boolean {
  return FORMULA_IN_PROSE.test(text);
}

/** A cell that no spreadsheet runs: an apostrophe goes before it (OWASP, "CSV injection"). */
export function defuse(cell: string): string {
  return STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe of `defuse` away again, so that our own file reads back as it was. */
export function undefuse(cell: string): string {
  return cell.replace(DEFUSED, '');
}
