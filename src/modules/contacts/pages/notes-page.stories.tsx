import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './notes-page.story.json';

export const story = pageStory('Page: Chart, notes', recorded);
