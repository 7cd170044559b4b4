/** Something that was mended or understood on the way in and is told to the person who imports; it makes no work. */
export interface Note {
  readonly field: string;
  readonly code: 'zero-restored' | 'county-from-zip' | 'day-read-as';
  readonly detail: Readonly<Record<string, string>>;
}
