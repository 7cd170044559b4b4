import { Said } from '#modules/duties/pages/said.tsx';
import { Problem } from '../doorstep.tsx';
import type { Careful } from './use-careful.tsx';

/** What came of the last change: done, or why not; and the dialog it may have asked for. */
export function Outcome({ problem, done, dialog }: Careful) {
  return (
    <>
      <Said said={done === null ? null : { words: done }} />
      <Problem words={problem} />
      {dialog}
    </>
  );
}
