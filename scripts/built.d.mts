export function isStale(root?: string): boolean;
export function markBuilt(root?: string): void;
export function builtBefore(root?: string): boolean;
export function commitOf(root?: string): string | null;
