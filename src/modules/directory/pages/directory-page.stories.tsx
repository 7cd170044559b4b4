import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './directory-page.story.json';

export const story = pageStory('Page: Directory', recorded);
