export * from './contract/invitation.ts';
export * from './contract/means.ts';
export * from './contract/on-call.ts';
export type { Assertion, Attestation, PasskeyAnswer } from './contract/passkey-shapes.ts';
export * from './contract/people.ts';
export type { AnyProof, SecondProof } from './contract/proofs.ts';
export * from './contract/session.ts';
export * from './contract/single-sign-on.ts';
