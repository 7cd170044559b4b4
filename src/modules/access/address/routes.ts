import type { FastifyInstance } from 'fastify';
import * as contract from '../contract/address.ts';
import type { AccessDeps } from '../deps.ts';
import { mountOwn, mountPublic } from '../mount.ts';
import { proveAddress, sendAddressProof } from './prove-address.ts';

const DONE = { done: true } as const;

/** Showing that one receives mail at one's own address. */
export function mountAddress(app: FastifyInstance, deps: AccessDeps): void {
  mountOwn(app, deps, contract.sendAddressProof, async (tokenHash) => {
    await sendAddressProof(deps, tokenHash);
    return DONE;
  });
  mountPublic(app, deps, contract.proveAddress, async ({ body }) => {
    await proveAddress(deps, body.token);
    return DONE;
  });
}
