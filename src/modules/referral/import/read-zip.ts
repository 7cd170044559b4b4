export interface ReadZip {
  /** Five digits, or `null`. */
  readonly zip: string | null;
  /** A leading zero was put back that a spreadsheet had taken for the number's own. */
  readonly repaired: boolean;
  /** Something was written, but no ZIP. */
  readonly unreadable: boolean;
}

/** Reads a ZIP; ZIP+4 keeps its first five digits. Four digits lost a zero: New Jersey's ZIPs all begin with one. */
export function readZip(text: string): ReadZip {
  const written = text.trim().replace(/\.0$/, '');
  if (written === '') return { zip: null, repaired: false, unreadable: false };
  const whole = /^(\d{5})(?:[-\s]?\d{4})?$/.exec(written);
  if (whole) return { zip: whole[1] ?? null, repaired: false, unreadable: false };
  const short = /^(\d{4})(?:-\d{4})?$/.exec(written);
  if (short) return { zip: `0${short[1]}`, repaired: true, unreadable: false };
  return { zip: null, repaired: false, unreadable: true };
}

/** New Jersey's ZIPs begin with 07 or 08. */
export function isNewJerseyZip(zip: string): boolean {
  return /^0[78]/.test(zip);
}
