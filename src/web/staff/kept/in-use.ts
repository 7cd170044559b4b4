/** Which copies an open window works on, so that no other window sends them meanwhile. */
export interface InUse {
  /** Takes a copy for this window; answers how to let go of it, or null when another window has it. */
  take(id: string): Promise<(() => void) | null>;
}

/** The browser's own locks: a window that is closed, or that crashed, has let go of all of its own. */
export const locksOfBrowser: InUse = {
  take: (id) =>
    new Promise((resolve, reject) => {
      const hold = (lock: Lock | null) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((letGo) => resolve(letGo));
      };
      navigator.locks.request(`kinfold-kept ${id}`, { ifAvailable: true }, hold).catch(reject);
    }),
};
