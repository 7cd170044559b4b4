const NORTH_AMERICAN = /^\+1(\d{3})(\d{3})(\d{4})$/;

/** A number in E.164 as people here write it, `(908) 555-0142`; others as they are. */
export function shownTelephone(e164: string | null): string | null {
  const parts = e164 === null ? null : NORTH_AMERICAN.exec(e164);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : e164;
}
