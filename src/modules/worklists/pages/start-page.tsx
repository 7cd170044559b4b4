import { Card } from '#design-system/page/card.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { runs } from '#modules/access/on-call/pages/roster-days.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePlaces } from '#web/staff/routing/use-places.ts';
import { useSeat } from '#web/staff/session/use-seat.ts';
import { readSeatHome } from '../seat-home/contract.ts';
import { Related } from './start/related.tsx';
import styles from './start/start.module.css';
import { WhomToCall } from './start/whom-to-call.tsx';
import { type StartWords, wordsIn } from './start/words.ts';

type Home = AnswerOf<typeof readSeatHome>;

/** What this seat may do here now, the youth it is related to, and whom to call: for seats without a list of their own. */
export default function StartPage() {
  const home = useRead(readSeatHome, {});
  const seat = useSeat();
  const words = wordsIn(home.data?.language ?? 'en');
  const failed = home.isError && !home.data;
  return (
    <WithPanel>
      <div lang={home.data?.language}>
        <PageHeader
          title={words.title}
          summary={seat && home.data ? `${seat.capacity} · ${home.data.agency.name}` : undefined}
        />
        {home.isPending ? <LoadingState label={words.loading} /> : null}
        {failed ? (
          <FailedState title={words.failed.title} kept={words.failed.kept} onRetry={() => void home.refetch()} />
        ) : null}
        {home.data && seat ? <Parts home={home.data} code={seat.code} words={words} /> : null}
      </div>
    </WithPanel>
  );
}

function Parts({ home, code, words }: { readonly home: Home; readonly code: string; readonly words: StartWords }) {
  const places = usePlaces();
  const does = words.capacities[code] ?? [];
  return (
    <div className={styles.parts}>
      <Card title={words.does}>
        {code === 'on-call' ? <p className={styles.shift}>{shiftWords(home, words)}</p> : null}
        {does.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {places.length > 0 ? (
          <ul className={styles.places} aria-label={words.goTo}>
            {places.map(({ path, label }) => (
              <li key={path}>
                <a href={path}>{label}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </Card>
      {code === 'on-call' || code === 'statewide' ? null : (
        <Related youth={home.youth} today={home.today} words={words} />
      )}
      <WhomToCall home={home} words={words} />
    </div>
  );
}

function shiftWords({ shift, today, agency }: Home, words: StartWords): string {
  if (shift === null) return words.shift.none;
  const when = runs(shift, today, agency.zone);
  return shift.now ? words.shift.now(when) : words.shift.next(when);
}
