import { factKinds } from '../../../fact-kinds.ts';

/** Every kind of fact the program registers, for tests and benchmarks of the engine. */
export const ALL_KINDS = factKinds.all;
