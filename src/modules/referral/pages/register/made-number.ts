/** A number for a referral that came without one, from the id it is written under: the same on every try. */
export const madeNumber = (id: string): string => `K-${id.replaceAll('-', '').slice(-8).toUpperCase()}`;
