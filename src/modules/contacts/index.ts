export { SignedNote } from './model.ts';
export { contactRoutes } from './routes.ts';
