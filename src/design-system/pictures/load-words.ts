/** How a load stands against the ratio, in words. */
export function loadWords(carrying: number, ratio: number): string {
  if (carrying > ratio) return `${carrying - ratio} over the ratio`;
  return carrying === ratio ? 'full' : `room for ${ratio - carrying}`;
}
