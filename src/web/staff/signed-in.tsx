import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useSignal } from './data/signal.ts';
import { connection, sessionStanding } from './data/standing.ts';
import { backWords, keeping, waitElsewhere } from './kept/kept-words.ts';
import { useKeptWords } from './kept/use-kept-words.ts';
import { Palette } from './palette/palette.tsx';
import { firstPage, usualWhose, usualYouth } from './routing/first-page.ts';
import { HOME } from './routing/home.ts';
import { later } from './routing/later.tsx';
import { navPages, pages } from './routing/pages.ts';
import { useGo } from './routing/use-page.ts';
import { useSoon } from './routing/use-soon.ts';
import { host } from './session/host.ts';
import { leave } from './session/leaving.ts';
import { ScreenLock } from './session/screen-lock.tsx';
import { rememberSeat } from './session/seat-memory.ts';
import { offers, type StaffSession } from './session/session.ts';
import { type Counts, useCounts } from './session/use-counts.ts';
import type { NavItem } from './shell/nav-item.ts';
import { StaffShell } from './shell/staff-shell.tsx';
import { KeysDialog } from './shortcuts/keys-dialog.tsx';
import { useGeneralShortcut, useShortcutKeys } from './shortcuts/shortcuts.ts';

/** Where it cannot be fetched, the words are back all the same. */
const BackNotice = later(() => import('#modules/drafts/pages/back-notice.tsx').then((code) => code.default), {
  waiting: () => null,
  failed: () => null,
});

type Covering = 'search' | 'note' | 'keys' | null;

function useNavItems(session: StaffSession): readonly NavItem[] {
  const counts = useCounts(offers(session, 'worklist.read'));
  return useMemo(() => navItemsOf(session, counts), [session, counts]);
}

function navItemsOf(session: StaffSession, counts: Counts | undefined): readonly NavItem[] {
  const { code } = session.seat;
  // "owed" counts the list this seat's day begins with.
  const known = counts && {
    ...counts,
    owed: counts[usualWhose(code)],
    // Counted are those one answers for oneself; beside a list of others the number would be of something else.
    charts: usualYouth(code) === 'mine' ? counts.charts : undefined,
    // Said only when somebody waits: on most days nobody took any.
    emergencies: counts.emergencies || undefined,
  };
  return navPages((permission) => offers(session, permission))
    .filter(({ path, nav }) => !nav.onlyFirst || path === firstPage(code))
    .map(({ path, nav }) => ({
      href: path,
      label: nav.label,
      icon: nav.icon,
      count: nav.count === undefined ? undefined : known?.[nav.count],
    }));
}

/** Another seat is another world: what was read in the last one is forgotten, and the page starts anew. */
function takeSeat(seat: string) {
  rememberSeat(seat);
  location.assign(HOME);
}

const lock = () => sessionStanding.set('locked');

/** Words that came back after they were written without a connection; the code for it comes with the first of them. */
function Back() {
  const back = useSignal(backWords).length + useSignal(waitElsewhere);
  return back === 0 ? null : <BackNotice />;
}

/** The application of somebody who is signed in: frame, search, keys, lock. */
export function SignedIn({ session, children }: { readonly session: StaffSession; readonly children: ReactNode }) {
  const [covering, setCovering] = useState<Covering>(null);
  const items = useNavItems(session);
  const standing = useSignal(sessionStanding);
  const go = useGo();
  const known = useQueryClient();
  useKeptWords(session);
  useSoon(useMemo(() => pages.filter(({ permission }) => offers(session, permission)), [session]));
  useShortcutKeys(standing === 'open');
  useGeneralShortcut('/', 'Search', () => setCovering('search'));
  useGeneralShortcut('mod+k', 'Search and go anywhere', () => setCovering('search'));
  const mayNote = offers(session, 'contact.record');
  useGeneralShortcut('n', 'New note', () => setCovering('note'), mayNote);
  useGeneralShortcut('?', 'These keys', () => setCovering('keys'));
  const close = () => setCovering(null);
  const note = covering === 'note';
  return (
    <>
      <StaffShell
        session={session}
        items={items}
        path={useLocation().pathname}
        offline={useSignal(connection) === 'offline'}
        keptHere={useSignal(keeping) !== null}
        onSearch={() => setCovering('search')}
        onNote={mayNote ? () => setCovering('note') : undefined}
        onKeys={() => setCovering('keys')}
        onSeat={takeSeat}
        onLock={lock}
        onSignOut={leave}
      >
        <Back />
        {children}
      </StaffShell>
      <Palette
        open={covering === 'search' || note}
        title={note ? 'New note about' : 'Search'}
        places={note ? [] : items.map((item) => ({ id: item.href, label: item.label, href: item.href }))}
        find={note ? host.findCharts : host.find}
        onChoose={(href) => go(note ? `${href}/notes/new` : href)}
        onClose={close}
      />
      <KeysDialog open={covering === 'keys'} onClose={close} />
      <ScreenLock session={session} onUnlocked={() => void known.invalidateQueries()} onSignOut={leave} />
    </>
  );
}
