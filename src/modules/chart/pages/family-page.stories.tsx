import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './family-page.story.json';

export const story = pageStory('Page: Chart, family and contacts', recorded);
