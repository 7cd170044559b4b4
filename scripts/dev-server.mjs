// The server of `npm run dev`: built and started anew on every change, one at a time.
import { once } from 'node:events';

export class DevServer {
  #build;
  #start;
  #child = null;
  #wanted = false;
  #working = null;
  #stopped = false;

  /** `build` answers whether it went well; `start` gives the server's process. */
  constructor({ build, start }) {
    this.#build = build;
    this.#start = start;
  }

  /** Builds and starts anew; asked while that goes on, once more when it is done. What does not build leaves the server as it was. */
  restart() {
    this.#wanted = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  /** Ends when the server has put everything in order, its database too. */
  async stop() {
    this.#stopped = true;
    await this.#working;
    await this.#end();
  }

  async #work() {
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      if (!(await this.#build())) continue;
      await this.#end();
      if (!this.#stopped) this.#child = this.#start();
    }
  }

  /** One that could not start has ended by itself, and says so no second time. */
  async #end() {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}
