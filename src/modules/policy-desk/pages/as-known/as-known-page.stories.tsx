import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './as-known-page.story.json';

export const story = pageStory('Page: Chart, what follows', recorded);
