import { lookup as resolve } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as plainly } from 'node:http';
import { request as encrypted } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { CustomFetch } from 'openid-client';

/** The host stands within the installation's own network, where only hosts its settings name are spoken to. */
class InsideAddress extends Error {
  override readonly name = 'InsideAddress';
  readonly code = 'issuer-inside';
}

/** Whether this is why something could not be fetched; the library wraps it. Tells the operator which setting is missing. */
export function isRefusedInside(error: unknown): boolean {
  if (error instanceof InsideAddress) return true;
  return error instanceof Error && error.cause !== undefined && isRefusedInside(error.cause);
}

/**
 * Addresses that are not of the open internet: this machine, private and carrier's networks, link-local (where clouds keep
 * their secrets), unique-local, multicast, reserved, and those that carry an IPv4 address within (IANA special-purpose
 * registries, RFC 6890). An IPv4 address written as IPv6 is found by its IPv4 range.
 */
const RANGES = {
  ipv4:
    '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 ' +
    '224.0.0.0/4 240.0.0.0/4',
  ipv6: '::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8',
} as const;

const INSIDE = new BlockList();
for (const family of ['ipv4', 'ipv6'] as const)
  for (const range of RANGES[family].split(' ')) {
    const [net = '', bits] = range.split('/');
    INSIDE.addSubnet(net, Number(bits), family);
  }

/** Whether an address, as text, is not of the open internet. What is no address counts as inside. */
export function isInsideAddress(text: string): boolean {
  const [address = ''] = text.split('%');
  const family = isIP(address);
  return family === 0 || INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const bare = (hostname: string): string => hostname.replaceAll(/^\[|\]$/g, '').toLowerCase();

/**
 * Whether a host leads inside now and is not one of those `allowed`. One that cannot be found now does not: it is looked
 * at again with every connection, see `fetchOutside`.
 */
export async function isInside(hostname: string, allowed: readonly string[]): Promise<boolean> {
  const host = bare(hostname);
  if (allowed.includes(host)) return false;
  if (isIP(host) !== 0) return isInsideAddress(host);
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => isInsideAddress(address));
}

/** Finds a host's addresses for a connection about to be made to one of them; one inside and none is handed out. */
const lookupOutside: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error('no address'), '', 0);
    if (found.some(({ address }) => isInsideAddress(address))) return done(new InsideAddress(), '', 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};

/** More than any provider's addresses and keys take. */
const LARGEST_BYTES = 1_000_000;

/**
 * `fetch` for what an administrator entered: it connects to addresses of the open internet, or to hosts the settings name.
 * The very address that is connected to is looked at, so that a name whose address changes between two looks gains nothing.
 * Follows no redirect.
 */
export function fetchOutside(allowed: readonly string[]): CustomFetch {
  return (address, { method, headers, body, signal }) =>
    new Promise((answered, failed) => {
      const url = new URL(address);
      const host = bare(url.hostname);
      const free = allowed.includes(host);
      // A host that is an address already is connected to without being looked up.
      if (!free && isIP(host) !== 0 && isInsideAddress(host)) return failed(new InsideAddress());
      const request = (url.protocol === 'https:' ? encrypted : plainly)(url, {
        method,
        headers,
        agent: false,
        ...(signal ? { signal } : {}),
        ...(free ? {} : { lookup: lookupOutside }),
      });
      request.on('error', failed);
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('error', failed);
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > LARGEST_BYTES) response.destroy(new Error('the provider’s answer is too long'));
          else parts.push(part);
        });
        response.on('end', () => {
          const fields = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
            values.map((value): [string, string] => [name, value]),
          );
          answered(
            new Response(size > 0 ? Buffer.concat(parts) : null, {
              status: response.statusCode ?? 500,
              headers: fields,
            }),
          );
        });
      });
      request.end(body === undefined || body === null ? undefined : String(body));
    });
}
