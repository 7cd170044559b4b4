import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './emergency-page.story.json';

export const story = pageStory('Page: Emergency access', recorded);
