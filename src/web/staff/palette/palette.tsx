import { type KeyboardEvent, useState } from 'react';
import { LateModal } from '#design-system/forms/late-modal.tsx';
import styles from './palette.module.css';
import { matching, type PaletteGroup, type PaletteItem } from './palette-item.ts';
import { useFound } from './use-found.ts';

export interface PaletteProps {
  readonly open: boolean;
  /** What is looked for: "Search", "New note about". */
  readonly title: string;
  /** Places to go; left out when only a youth can be meant. */
  readonly places: readonly PaletteItem[];
  readonly find: (text: string, abort: AbortSignal) => Promise<readonly PaletteItem[]>;
  readonly onChoose: (href: string) => void;
  readonly onClose: () => void;
}

/** Everything by name: youth this seat may see, and places to go. */
export function Palette(props: PaletteProps) {
  return (
    <LateModal
      opened={props.open}
      onClose={props.onClose}
      withCloseButton={false}
      padding={0}
      yOffset="12vh"
      centered={false}
      size="lg"
      attributes={{ content: { 'aria-label': props.title } }}
    >
      <PaletteBox {...props} />
    </LateModal>
  );
}

function wordsFor(typed: string, failed: boolean, count: number): string {
  if (failed) return 'Youth could not be looked up just now. Places still work.';
  if (count > 0) return count === 1 ? 'One found' : `${count} found`;
  return typed.trim().length < 2 ? 'Type at least two letters of a name' : 'Nothing you may see has that name';
}

/** Mounted with the dialog, so that it opens empty. */
function PaletteBox({ title, places, find, onChoose, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { found, failed } = useFound(typed, find);
  const groups: readonly PaletteGroup[] = [
    { heading: 'Youth', items: found },
    { heading: 'Go to', items: matching(places, typed) },
  ].filter((group) => group.items.length > 0);
  const items = groups.flatMap((group) => group.items);
  const active = items[Math.min(at, items.length - 1)];
  const choose = (item: PaletteItem) => {
    if (item.href === null) return;
    onClose();
    onChoose(item.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setAt((at + step + items.length) % items.length);
    }
    if (event.key === 'Enter' && active) {
      event.preventDefault();
      choose(active);
    }
  };
  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-label={title}
        aria-expanded={items.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={active ? `palette-${active.id}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={`${title}…`}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <PaletteList groups={groups} active={active} onChoose={choose} />
      <p className={styles.words} role="status">
        {wordsFor(typed, failed, items.length)}
      </p>
    </>
  );
}

interface PaletteListProps {
  readonly groups: readonly PaletteGroup[];
  readonly active: PaletteItem | undefined;
  readonly onChoose: (item: PaletteItem) => void;
}

function PaletteList({ groups, active, onChoose }: PaletteListProps) {
  return (
    <div className={styles.list} id="palette-list" role="listbox" aria-label="Found">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list of choices
        <div key={group.heading} role="group" aria-label={group.heading}>
          <p className={styles.heading} aria-hidden="true">
            {group.heading}
          </p>
          {group.items.map((item) => (
            // The keys are heard by the field above, which keeps the focus, as a combobox must.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={item.id}
              id={`palette-${item.id}`}
              role="option"
              aria-selected={item === active}
              aria-disabled={item.href === null || undefined}
              className={styles.item}
              onClick={() => onChoose(item)}
            >
              {item.label}
              {item.note ? <span className={styles.note}>{item.note}</span> : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
