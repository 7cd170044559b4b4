import { useEffect, useRef } from 'react';
import { signal } from '../data/signal.ts';

/** A key that does something on this screen. */
export interface Shortcut {
  /** One character, or `mod+k` for Ctrl or Command. */
  readonly key: string;
  /** What it does, for the list under `?`. */
  readonly does: string;
  readonly run: () => void;
}

/** What is in force; the last of a key has it, so a chart's own "new note" goes before the general one. */
export const shortcuts = signal<readonly Shortcut[]>([]);

const MEMORY = 'kinfold-single-keys';

/** Single keys can be switched off, for people whose voice or switch types them by accident (WCAG 2.1.4). */
export const singleKeys = signal<boolean>(localStorage.getItem(MEMORY) !== 'off');

/** Switches single keys on or off, and remembers: a taste, not personal data. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(MEMORY, on ? 'on' : 'off');
  singleKeys.set(on);
}

const TYPING = 'input, textarea, select, [contenteditable="true"]';

/** Which of the shortcuts a pressed key means; single keys stand back while someone types or a dialog is open. */
export function meant(list: readonly Shortcut[], event: KeyboardEvent, single: boolean): Shortcut | undefined {
  const mod = event.ctrlKey || event.metaKey;
  const key = mod ? `mod+${event.key.toLowerCase()}` : event.key;
  const found = list.findLast((shortcut) => shortcut.key === key);
  if (!found || mod) return found;
  const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
  const covered = document.querySelector('[aria-modal="true"], dialog[open]') !== null;
  return !single || typing || covered || event.altKey ? undefined : found;
}

/** Gives a key a meaning for as long as the part of the screen that asks is there, and `offered` says that this seat may. */
export function useShortcut(key: string, does: string, run: () => void, offered = true): void {
  useKept(key, does, run, offered, (mine) => [...shortcuts.get(), mine]);
}

/** The same for the application's own keys, which any part of the screen may take over, drawn before them or after. */
export function useGeneralShortcut(key: string, does: string, run: () => void, offered = true): void {
  useKept(key, does, run, offered, (mine) => [mine, ...shortcuts.get()]);
}

type Placed = (mine: Shortcut) => readonly Shortcut[];

function useKept(key: string, does: string, run: () => void, offered: boolean, placed: Placed): void {
  const latest = useRef(run);
  latest.current = run;
  const place = useRef(placed);
  useEffect(() => {
    if (!offered) return undefined;
    const mine: Shortcut = { key, does, run: () => latest.current() };
    shortcuts.set(place.current(mine));
    return () => shortcuts.set(shortcuts.get().filter((shortcut) => shortcut !== mine));
  }, [key, does, offered]);
}

/** Listens for all of them; called once, by the application. */
export function useShortcutKeys(listening: boolean): void {
  useEffect(() => {
    if (!listening) return undefined;
    const listen = (event: KeyboardEvent) => {
      const shortcut = event.defaultPrevented ? undefined : meant(shortcuts.get(), event, singleKeys.get());
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [listening]);
}
