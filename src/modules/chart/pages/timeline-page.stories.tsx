import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './timeline-page.story.json';

export const story = pageStory('Page: Chart, timeline', recorded);
