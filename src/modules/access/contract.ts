export * from './contract/means.ts';
export type { Assertion, Attestation, PasskeyAnswer } from './contract/passkey-shapes.ts';
export * from './contract/session.ts';
