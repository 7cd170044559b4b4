import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './youth-page.story.json';

export const story = pageStory('Page: Youth', recorded);
