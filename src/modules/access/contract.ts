export * from './contract/session.ts';
