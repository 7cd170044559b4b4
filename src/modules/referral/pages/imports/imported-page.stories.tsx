import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './imported-page.story.json';

export const story = pageStory('Page: An import', recorded);
