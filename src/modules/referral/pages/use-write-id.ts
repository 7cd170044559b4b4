import { useState } from 'react';
import { newId } from '#web/staff/data/new-id.ts';

/** The id of the next write of a form, and a fresh one once it arrived. */
export function useWriteId(): readonly [string, () => void] {
  const [id, setId] = useState(newId);
  return [id, () => setId(newId())];
}
