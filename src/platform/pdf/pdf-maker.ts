import { Worker } from 'node:worker_threads';
import { fontFiles } from './fonts.ts';
import { WORKER_SOURCE } from './worker-source.ts';

/** A document to set: a Typst template, which is the program's own, and data, which it reads as JSON and never as source. */
export interface PdfWish {
  readonly template: string;
  /** Found in the template as `json(bytes(sys.inputs.data))`. */
  readonly data: unknown;
  /** When it is made, in milliseconds since 1970: its creation date. */
  readonly nowMs: number;
}

interface Answer {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly unprintable?: readonly string[];
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A page or two takes some milliseconds; the first also loads the fonts. */
const LONGEST_MS = 30_000;
/** The message names only some of the letters it lacks, so a text in a far script takes several tries. */
const MOST_TRIES = 12;
/** Stands for a letter no font has. */
const LOST = '?';

/**
 * Makes tagged PDFs (PDF/UA-1) in one worker thread, which begins with the first and holds nobody up. A letter that no
 * font has is printed as a question mark, and the template is told by `lettersLost` in the data.
 */
export class PdfMaker {
  #worker: Worker | null = null;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();

  async make({ template, data, nowMs }: PdfWish): Promise<Uint8Array> {
    let text = JSON.stringify(data);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const answer = await this.#ask(template, text, Math.floor(nowMs / 1000));
      if (answer.pdf) return answer.pdf;
      if (!answer.unprintable) throw new Error(answer.error ?? 'the PDF could not be made');
      text = JSON.stringify({ ...(without(JSON.parse(text), answer.unprintable) as object), lettersLost: true });
    }
    throw new Error('too many letters that no font has');
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(source: string, data: string, at: number): Promise<Answer> {
    const worker = this.#running();
    const id = this.#next;
    this.#next += 1;
    return new Promise<Answer>((resolve, reject) => {
      // A worker that does not answer is ended: what waits fails, and the next document gets a fresh one.
      const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
      const settled = () => {
        clearTimeout(late);
        this.#waiting.delete(id);
        if (this.#waiting.size === 0) worker.unref();
      };
      this.#waiting.set(id, {
        resolve: (answer) => {
          settled();
          resolve(answer);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      });
      worker.ref();
      worker.postMessage({ id, source, data, at });
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const from = import.meta.url;
    const worker = new Worker(WORKER_SOURCE, { eval: true, workerData: { from, fonts: fontFiles(from) } });
    worker.on('message', (answer: Answer) => this.#waiting.get(answer.id)?.resolve(answer));
    const lost = () => {
      if (this.#worker === worker) this.#worker = null;
      for (const { reject } of [...this.#waiting.values()]) reject(new Error('the PDF worker ended'));
    };
    worker.on('error', lost);
    worker.on('exit', lost);
    this.#worker = worker;
    return worker;
  }
}

/** The same data with some letters replaced, in texts only. */
function without(value: unknown, letters: readonly string[]): unknown {
  if (typeof value === 'string') return letters.reduce((text, letter) => text.replaceAll(letter, LOST), value);
  if (Array.isArray(value)) return value.map((one) => without(one, letters));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, without(one, letters)]));
}
