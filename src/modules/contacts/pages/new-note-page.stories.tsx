import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './new-note-page.story.json';

export const story = pageStory('Page: Chart, new note', recorded);
