import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './today-page.story.json';

export const story = pageStory('Page: Today', recorded);
