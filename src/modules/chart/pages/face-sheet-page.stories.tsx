import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './face-sheet-page.story.json';

export const story = pageStory('Page: Chart, face sheet', recorded);
