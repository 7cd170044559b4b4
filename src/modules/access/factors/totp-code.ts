import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;

export const newTotpSecret = (): string => generateSecret();

/** What an authenticator app reads from the picture. The label is the e-mail, as apps show it beside the code. */
export const totpUri = (secret: string, label: string): string => generateURI({ issuer: 'Kinfold', label, secret });

/**
 * The time step a code belongs to when it is right now, or was or will be within one step (clocks drift); null
 * otherwise. A code of `lastStep` or before is used up (NIST 800-63B-4, 3.1.4.2: accepted once).
 */
export function stepOfCode(secret: string, code: string, nowMs: number, lastStep: number): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(nowMs / 1000);
  const checked = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS, afterTimeStep: lastStep });
  return checked.valid && 'timeStep' in checked ? checked.timeStep : null;
}
