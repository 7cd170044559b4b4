export { type Finding, findByText, type Match } from './find-by-text.ts';
export { HELP_LINES } from './help-lines.ts';
export type { Agency, AgencyKind, Confidence, County, CountyCode, Directory, ServiceArea } from './model.ts';
export { agencySchema, countySchema, serviceAreaSchema } from './model.ts';
export { type DirectoryReader, inMemoryDirectory, newJerseyOf } from './reader.ts';
export * as directorySeed from './seed.ts';
export { agencyOf, agencyServing, assignmentsOf, countiesServedBy } from './serving.ts';
