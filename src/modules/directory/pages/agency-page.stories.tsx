import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './agency-page.story.json';

export const story = pageStory('Page: Organization', recorded);
