import type { FastifyInstance } from 'fastify';
import { Refusal } from '#modules/record/refusal.ts';
import { onPool } from '#platform/database/db.ts';
import * as contract from '../contract/means.ts';
import type { AccessDeps } from '../deps.ts';
import { mountOwn } from '../mount.ts';
import { changePassword } from '../password/change.ts';
import { beginTotp } from './begin-totp.ts';
import { changeMeans, refuseWeakRest, removed } from './change-means.ts';
import { confirmOwnTotp } from './confirm-totp.ts';
import { addOwnPasskey, passkeyRegistration } from './own-passkeys.ts';
import { removePasskey } from './passkeys.ts';
import { readOwnMeans } from './read-means.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';
import { removeTotp } from './totp.ts';

const DONE = { done: true } as const;

/** How one signs in: password, authenticator app, recovery codes, passkeys. */
export function mountMeans(app: FastifyInstance, deps: AccessDeps): void {
  mountOwn(app, deps, contract.readMeans, (tokenHash) => readOwnMeans(deps, tokenHash));

  mountOwn(app, deps, contract.changePassword, async (tokenHash, { body, address }) => {
    await changePassword(deps, tokenHash, { ...body, address });
    return DONE;
  });

  mountOwn(app, deps, contract.makeRecoveryCodes, (tokenHash) =>
    changeMeans(
      deps,
      tokenHash,
      { operation: 'sign-in.recovery-codes-made' },
      async (db, { person, hasTotp, hasPasskey }) => {
        if (!hasTotp && !hasPasskey) throw new Refusal(409, 'no-second-factor');
        return { codes: await replaceRecoveryCodes(db, deps.secret, person) };
      },
    ),
  );

  mountTotp(app, deps);
  mountPasskeys(app, deps);
}

function mountTotp(app: FastifyInstance, deps: AccessDeps): void {
  mountOwn(app, deps, contract.startTotp, (tokenHash) =>
    changeMeans(deps, tokenHash, { operation: 'sign-in.totp-started', tell: false }, (db, session) =>
      beginTotp(db, deps, session),
    ),
  );

  mountOwn(app, deps, contract.confirmTotp, async (tokenHash, { body, address }) => {
    await confirmOwnTotp(deps, tokenHash, body.code, address);
    return DONE;
  });

  mountOwn(app, deps, contract.removeTotp, (tokenHash) =>
    changeMeans(deps, tokenHash, { operation: 'sign-in.totp-removed' }, async (db, { person }) => {
      removed(await removeTotp(db, person));
      await refuseWeakRest(db, person);
      return DONE;
    }),
  );
}

function mountPasskeys(app: FastifyInstance, deps: AccessDeps): void {
  mountOwn(app, deps, contract.passkeyRegistrationOptions, (tokenHash) =>
    passkeyRegistration(onPool(deps.owner), deps, tokenHash),
  );

  mountOwn(app, deps, contract.addPasskey, (tokenHash, { body }) => addOwnPasskey(deps, tokenHash, body));

  mountOwn(app, deps, contract.removePasskey, (tokenHash, { params }) =>
    changeMeans(
      deps,
      tokenHash,
      { operation: 'sign-in.passkey-removed', details: { passkey: params.id } },
      async (db, { person }) => {
        removed(await removePasskey(db, person, params.id));
        await refuseWeakRest(db, person);
        return DONE;
      },
    ),
  );
}
