import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './transferred-page.story.json';

export const story = pageStory('Page: Transferred', recorded);
