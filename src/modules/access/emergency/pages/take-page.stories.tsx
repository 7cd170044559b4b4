import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './take-page.story.json';

export const story = pageStory('Page: Take emergency access', recorded);
