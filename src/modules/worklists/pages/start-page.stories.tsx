import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './start-page.story.json';

export const story = pageStory('Page: Start', recorded);
