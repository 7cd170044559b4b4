import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './amend-page.story.json';

export const story = pageStory('Page: Chart, amend a note', recorded);
