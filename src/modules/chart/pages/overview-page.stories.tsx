import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './overview-page.story.json';

export const story = pageStory('Page: Chart, overview', recorded);
