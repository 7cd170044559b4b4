import type { ReactElement } from 'react';

/** A part of the screen shown in every state it can have. `*.stories.tsx` exports one as `story`; the gallery finds it. */
export interface Story {
  readonly name: string;
  /** It fills the screen, so the gallery shows it alone, behind a link. */
  readonly screen?: boolean;
  readonly states: Readonly<Record<string, () => ReactElement>>;
}
