import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './kept-page.story.json';

export const story = pageStory('Page: Transferred chart', recorded);
