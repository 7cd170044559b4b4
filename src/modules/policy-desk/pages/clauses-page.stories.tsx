import { pageStory } from '#web/gallery/page-story.tsx';
import recorded from './clauses-page.story.json';

export const story = pageStory('Page: Policy, clauses', recorded);
