import type { Sealed } from './sealing.ts';

/** Sealed words of one draft in one window. Neither its id, made at random, nor the seat says which youth they are about. */
export interface KeptRow extends Sealed {
  readonly id: string;
  readonly seat: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** Where sealed words rest; each step rejects where the browser keeps nothing. */
export interface KeptRows {
  put(row: KeptRow): Promise<void>;
  get(id: string): Promise<KeptRow | undefined>;
  all(): Promise<readonly KeptRow[]>;
  remove(id: string): Promise<void>;
}

const DATABASE = 'kinfold-kept';
const ROWS = 'words';

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ROWS, { keyPath: 'id' });
  return answerOf(request);
}

/** Resolves once the disk has it: what is kept must outlive a computer that goes off. */
async function written(run: (rows: IDBObjectStore) => void): Promise<void> {
  const database = await opened();
  try {
    const transaction = database.transaction(ROWS, 'readwrite', { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    run(transaction.objectStore(ROWS));
    await done;
  } finally {
    database.close();
  }
}

async function read<T>(run: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await answerOf(run(database.transaction(ROWS).objectStore(ROWS)));
  } finally {
    database.close();
  }
}

/** This browser's, for as long as nobody empties it. */
export const rowsInBrowser: KeptRows = {
  put: (row) => written((rows) => rows.put(row)),
  get: (id) => read((rows) => rows.get(id)),
  all: () => read((rows) => rows.getAll()),
  remove: (id) => written((rows) => rows.delete(id)),
};
