import { isIP } from 'node:net';
import type { Result } from '#shared/result.ts';

/** Names for ranges that are never reached from outside. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * The balancers in front of the program, as `10.0.0.4, 10.1.0.0/16, loopback`. An empty text trusts nobody, and the address
 * of a request is whoever opened the connection. To believe everybody is refused: anyone could then claim any address, and
 * the waits after wrong passwords would believe them.
 */
export function trustedProxies(text: string): Result<readonly string[], string> {
  const named = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const wrong = named.find((one) => !NAMED.includes(one) && !isRange(one));
  if (wrong === undefined) return { ok: true, value: named };
  return {
    ok: false,
    error: `"${wrong}" is neither an address, a range such as 10.0.0.0/8, nor ${NAMED.join(', ')}`,
  };
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  // A wide range is everybody by another name; so is the old internet written as a part of the new.
  const [least, most] = kind === 4 ? [8, 32] : [7, 128];
  if (/^::ffff:/i.test(address)) return false;
  return /^\d{1,3}$/.test(bits) && Number(bits) >= least && Number(bits) <= most;
}
