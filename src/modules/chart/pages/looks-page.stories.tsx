import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './looks-page.story.json';

export const story = pageStory('Page: Chart, who looked', recorded);
