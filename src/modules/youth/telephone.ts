/** Why a telephone number cannot be read. */
export type TelephoneRefusal = 'missing' | 'no-number' | 'too-short' | 'too-long' | 'no-such-area';

export type Telephone =
  | { readonly ok: true; readonly e164: string; readonly extension: string | null }
  | { readonly ok: false; readonly reason: TelephoneRefusal };

const EXTENSION = /[\s,;]*(?:extension|ext\.?|x|#)\s*(\d{1,6})\s*$/i;
/**
 * North American plan: area and exchange begin with 2 to 9, and an area code does not end in 11 (those are 911, 411).
 */
const NORTH_AMERICAN = /^[2-9](?!11)\d{2}[2-9]\d{6}$/;

/**
 * Reads a telephone number as people write it into E.164 (`+16095550123`). Ten digits are North American; other
 * countries need their `+`. Text with words in it is refused, because the digits in it may be anything.
 */
export function readTelephone(text: string): Telephone {
  const trimmed = text.normalize('NFKC').trim();
  if (trimmed === '') return { ok: false, reason: 'missing' };
  const extension = EXTENSION.exec(trimmed);
  const number = extension ? trimmed.slice(0, extension.index) : trimmed;
  const digits = number.replace(/\D/g, '');
  if (/[^\d\s()+./\-–]/.test(number) || digits === '') return { ok: false, reason: 'no-number' };
  return readDigits(digits, number.startsWith('+'), extension?.[1] ?? null);
}

function readDigits(digits: string, international: boolean, extension: string | null): Telephone {
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (international && !digits.startsWith('1')) {
    if (digits.length < 8) return { ok: false, reason: 'too-short' };
    return digits.length > 15 ? { ok: false, reason: 'too-long' } : { ok: true, e164: `+${digits}`, extension };
  }
  if (national.length < 10) return { ok: false, reason: 'too-short' };
  if (national.length > 10) return { ok: false, reason: 'too-long' };
  return NORTH_AMERICAN.test(national)
    ? { ok: true, e164: `+1${national}`, extension }
    : { ok: false, reason: 'no-such-area' };
}
