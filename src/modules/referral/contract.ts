export * from './contract/assign.ts';
export * from './contract/decide.ts';
export * from './contract/opened.ts';
export * from './contract/queue.ts';
export * from './contract/register.ts';
export * from './contract/settle.ts';
