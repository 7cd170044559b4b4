/** Mantine's variables, written out by `vite.config.ts` when the application is built. */
declare module 'virtual:mantine-variables.css';
