/** What this browser keeps of ours that is about nobody: light or dark, and whether single keys do things. */
const isTaste = (name: string): boolean => name.startsWith('kinfold-');

/**
 * Signing out makes the browser forget everything it keeps of ours, and these are put back: they are the computer's more than
 * the person's, and somebody who needs single keys off needs them off before they can sign in again, too.
 */
export async function keepingTastes<T>(signOut: () => Promise<T>): Promise<T> {
  const tastes = Object.entries({ ...localStorage }).filter(([name]) => isTaste(name));
  const answer = await signOut();
  for (const [name, value] of tastes) localStorage.setItem(name, String(value));
  return answer;
}
