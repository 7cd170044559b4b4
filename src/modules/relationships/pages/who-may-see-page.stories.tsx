import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './who-may-see-page.story.json';

export const story = pageStory('Page: Chart, who may see it', recorded);
