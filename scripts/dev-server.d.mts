import type { ChildProcess } from 'node:child_process';

export declare class DevServer {
  constructor(how: { build: () => Promise<boolean>; start: () => ChildProcess });
  restart(): Promise<void>;
  stop(): Promise<void>;
}
