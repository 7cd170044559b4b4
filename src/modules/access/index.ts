export { createPerson, type NewPerson, type NewSeat } from './create-person.ts';
export type { AccessDeps } from './deps.ts';
export { hashPassword } from './password/hash.ts';
export { registerAccess } from './register.ts';
export { sessionForSeat } from './seat-session.ts';
export { SessionToucher } from './sessions/toucher.ts';
