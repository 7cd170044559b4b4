export type { Agency, AgencyKind, Confidence, County, CountyCode, Directory, ServiceArea } from './model.ts';
export { type DirectoryReader, inMemoryDirectory } from './reader.ts';
