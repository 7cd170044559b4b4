import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './leave-page.story.json';

export const story = pageStory('Page: Transfer or end', recorded);
