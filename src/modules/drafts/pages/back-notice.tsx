import { Banner } from '#design-system/page/banner.tsx';
import { useSignal } from '#web/staff/data/signal.ts';
import { type BackWords, backWords, waitElsewhere } from '#web/staff/kept/kept-words.ts';
import styles from './back-notice.module.css';
import { placeOfDraft } from './draft-place.ts';
import { sayWhen } from './say-when.ts';
import { words } from './words.ts';

const said = words.back;

/** Says that words written without a connection are back, and leads to the drafts they are part of. */
export default function BackNotice() {
  const back = useSignal(backWords);
  const elsewhere = useSignal(waitElsewhere) > 0;
  if (back.length === 0 && !elsewhere) return null;
  const close = () => {
    backWords.set([]);
    waitElsewhere.set(0);
  };
  return (
    <Banner tone="pine" live>
      <span className={styles.said}>
        {back.length > 0 ? <BackDrafts back={back} /> : null}
        {elsewhere ? <strong>{said.elsewhere}</strong> : null}
        <button type="button" className={styles.close} onClick={close}>
          {said.close}
        </button>
      </span>
    </Banner>
  );
}

function BackDrafts({ back }: { readonly back: readonly BackWords[] }) {
  return (
    <>
      <strong>{said.title}</strong>
      <ul className={styles.drafts}>
        {back.map((one) => (
          <BackDraft key={`${one.draft} ${one.keptAt}`} one={one} />
        ))}
      </ul>
      <a href="/app/drafts">{said.all}</a>
    </>
  );
}

function BackDraft({ one }: { readonly one: BackWords }) {
  const [kind = '', about = ''] = one.draft.split('/');
  const { what, href } = placeOfDraft(kind, about);
  const written = said.written(what, sayWhen(one.keptAt));
  const opened = () => backWords.set(backWords.get().filter((other) => other !== one));
  return (
    <li>
      {href === null ? (
        written
      ) : (
        <a href={href} onClick={opened}>
          {written}
        </a>
      )}{' '}
      {one.how === 'undecided' ? said.undecided : null}
    </li>
  );
}
