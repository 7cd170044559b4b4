export function isStale(root?: string): boolean;
export function isBuilt(root?: string): boolean;
export function markBuilt(root?: string, since?: Date): void;
export function builtBefore(root?: string): boolean;
export function commitOf(root?: string): string | null;
