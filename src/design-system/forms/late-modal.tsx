import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * Whether something that opens is to be drawn: not before it was opened once. It is drawn closed and opened right after,
 * so that it knows where the focus was and can give it back.
 */
export function useDrawnLate(opened: boolean): { readonly drawn: boolean; readonly opened: boolean } {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (opened) setReady(true);
  }, [opened]);
  return { drawn: opened || ready, opened: opened && ready };
}

/** A dialog that costs a page nothing until somebody opens it: most are never opened. */
export function LateModal({ opened, ...modal }: ModalProps) {
  const late = useDrawnLate(opened);
  return late.drawn ? <Modal {...modal} opened={late.opened} /> : null;
}
