export { addFhirClient } from './clients/add-client.ts';
export { listFhirClients, revokeFhirClient } from './clients/clients.ts';
export { fhirRoutes } from './routes.ts';
