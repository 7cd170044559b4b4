export { isSuccessful, lastContactOn, quietSince } from './last-contact.ts';
export { contactRoutes } from './routes.ts';
