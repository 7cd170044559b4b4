export * from './contract/circumstances.ts';
export * from './contract/consents.ts';
export * from './contract/family.ts';
export * from './contract/people.ts';
export * from './contract/reach.ts';
