export type { NewPerson, NewSeat } from './create-person.ts';
export type { AccessDeps } from './deps.ts';
export { appsOfAnotherSecret } from './factors/totp.ts';
export { hashPassword } from './password/hash.ts';
export { addAtCommandLine } from './people/add-at-command-line.ts';
export { registerAccess } from './register.ts';
export { SessionToucher } from './sessions/toucher.ts';
