/** Somebody who pays for every byte is not made to fetch what they may never open. */
export const sparesData = (): boolean =>
  'connection' in navigator && (navigator.connection as { readonly saveData?: boolean } | undefined)?.saveData === true;
