import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './address-page.story.json';

export const story = pageStory('Page: Address', recorded);
