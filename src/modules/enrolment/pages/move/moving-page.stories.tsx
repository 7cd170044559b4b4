import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './moving-page.story.json';

export const story = pageStory('Page: Charts being moved', recorded);
