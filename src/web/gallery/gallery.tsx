import type { ReactElement } from 'react';
import type { Story } from '#design-system/story.ts';
import { ThemeSwitch } from '#design-system/theme/theme-switch.tsx';
import styles from './gallery.module.css';
import { stories } from './stories.ts';

const anchor = (story: Story) => story.name.replaceAll(' ', '-').toLowerCase();

/** Which stories to show: all, or those named in `?only=` (for pictures and checks of one part). */
function chosen(): readonly Story[] {
  const only = new URLSearchParams(location.search).get('only');
  return only === null ? stories : stories.filter((story) => only.split(',').includes(story.name));
}

function StoryStates({ story }: { readonly story: Story }) {
  return (
    <section className={styles.story} id={anchor(story)}>
      <h2>{story.name}</h2>
      {Object.entries(story.states).map(([state, show]) => (
        <figure key={state} className={styles.state} data-state={`${story.name}: ${state}`}>
          <figcaption>{state}</figcaption>
          <div className={styles.stage}>
            {story.screen ? (
              <a href={`?bare=${encodeURIComponent(`${story.name}: ${state}`)}`}>Show it on the whole screen</a>
            ) : (
              show()
            )}
          </div>
        </figure>
      ))}
    </section>
  );
}

/** `?bare=StaffShell: a worklist` shows one state alone on the screen, as the application would. */
function bare(): (() => ReactElement) | undefined {
  const wanted = new URLSearchParams(location.search).get('bare');
  for (const story of stories) {
    for (const [state, show] of Object.entries(story.states)) if (wanted === `${story.name}: ${state}`) return show;
  }
  return undefined;
}

/** All parts of the screen in all their states, for looking at and for checking. */
export function Gallery() {
  const alone = bare();
  if (alone) return alone();
  return (
    <main className={styles.gallery}>
      <header className={styles.header}>
        <h1>Parts of the screen</h1>
        <ThemeSwitch />
      </header>
      <nav className={styles.contents} aria-label="Parts">
        {stories.map((story) => (
          <a key={story.name} href={`#${anchor(story)}`}>
            {story.name}
          </a>
        ))}
      </nav>
      {chosen().map((story) => (
        <StoryStates key={story.name} story={story} />
      ))}
    </main>
  );
}
