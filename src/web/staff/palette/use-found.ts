import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { PaletteItem } from './palette-item.ts';

const LEAST = 2;

/** Youth by what was typed, asked for after a short pause; `failed` when they could not be asked for. */
export function useFound(typed: string, find: (text: string, abort: AbortSignal) => Promise<readonly PaletteItem[]>) {
  const [text] = useDebouncedValue(typed.trim(), 150);
  const [found, setFound] = useState<readonly PaletteItem[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (text.length < LEAST) {
      setFound([]);
      return undefined;
    }
    const abort = new AbortController();
    find(text, abort.signal).then(
      (items) => {
        setFound(items);
        setFailed(false);
      },
      () => {
        if (!abort.signal.aborted) setFailed(true);
      },
    );
    return () => abort.abort();
  }, [text, find]);
  return { found, failed };
}
