import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './choose-page.story.json';

export const story = pageStory('Page: Choose a care manager', recorded);
