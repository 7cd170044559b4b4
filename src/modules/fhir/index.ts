export { addFhirClient } from './clients/add-client.ts';
export { fhirRoutes } from './routes.ts';
