import type { LetterWords } from './letter-text.ts';

/**
 * Letters about eligibility in English, for a sixth-grade reader. Substance use is never named: the letter may be
 * opened by others.
 */
export const LETTERS_EN: LetterWords = {
  letters: {
    eligible: ({ youthName, cmoName }) => ({
      subject: `Care management for ${youthName}`,
      paragraphs: [
        `Good news: ${youthName} can get care management. It costs you nothing.`,
        cmoName
          ? `${cmoName} will be your care management organization. They will call you soon.`
          : 'We will tell you soon which care management organization will call you.',
        'A care manager will get to know your family and help you build a team. You choose who is on it. You can stop at any time.',
      ],
    }),
    'not-eligible': ({ youthName }) => ({
      subject: `About the referral for ${youthName}`,
      paragraphs: [
        `We looked at the referral for ${youthName}. We cannot offer care management at this time. Here is why.`,
      ],
    }),
    'more-information': ({ youthName, csaTelephone }) => ({
      subject: `We need to know more about ${youthName}`,
      paragraphs: [
        `Thank you for asking for help for ${youthName}. We have not decided yet. We need to know a little more.`,
        `Please call us at ${csaTelephone}, any day, at any hour. Tell us if you need an interpreter; it is free.`,
      ],
    }),
    'mobile-response': ({ youthName, csaTelephone }) => ({
      subject: `Help now for ${youthName}`,
      paragraphs: [
        `Your family needs help right away. A mobile response worker can come to you, day or night.`,
        `If you need them again, call ${csaTelephone}. If a life is in danger, call 911.`,
        'After that we will look at what other help would be good for your family.',
      ],
    }),
    'csa-managed': ({ youthName, csaTelephone }) => ({
      subject: `Services for ${youthName}`,
      paragraphs: [
        `We looked at what would help ${youthName} most now. We can arrange services for a shorter time, without a care management organization.`,
        `Call us at ${csaTelephone} if things change or get harder. We will look again.`,
      ],
    }),
    'developmental-disability': ({ youthName, csaTelephone }) => ({
      subject: `Developmental disability services for ${youthName}`,
      paragraphs: [
        `Services for a developmental disability have their own application. For a youth under 18 you apply with us. From 18 on you apply to the Division of Developmental Disabilities (DDD).`,
        `Call ${csaTelephone} and we will help ${youthName} and you start. Help in a crisis does not wait for this.`,
      ],
    }),
    'substance-use': ({ youthName, csaTelephone }) => ({
      subject: `Services for ${youthName}`,
      paragraphs: [
        `There are services made for what ${youthName} needs. The first step is a talk with a specialist.`,
        `Please call ${csaTelephone}, and ${youthName} can call too.`,
      ],
    }),
    'said-no-since': ({ youthName, csaTelephone }) => ({
      subject: `Care management for ${youthName}`,
      paragraphs: [
        `You told us that you do not want care management for ${youthName} now. That is your choice. It changes nothing else that you get.`,
        `You can change your mind at any time. Call us at ${csaTelephone}, any day, at any hour.`,
      ],
    }),
    'looked-for-again': ({ youthName, csaTelephone }) => ({
      subject: `Care management for ${youthName}`,
      paragraphs: [
        `${youthName} can get care management. The organization we named to you cannot begin. We are looking for another, and will tell you soon which one will call you.`,
        `If you need help before that, call us at ${csaTelephone}, any day, at any hour. You can stop at any time.`,
      ],
    }),
  },
  reasons: {
    'past-21st-birthday': 'Our services end on the 21st birthday. We can tell you about services for adults.',
    'under-5': 'Our services begin at age 5. We can tell you about services for younger children.',
    'special-consideration-open': 'Our services begin at age 5. We are looking at whether we can begin sooner.',
    'lives-elsewhere': 'Our services are for young people who live in New Jersey.',
    'residence-not-confirmed': 'Please tell us where the youth lives now.',
    'said-no': 'You told us that you do not want these services. You can change your mind at any time.',
    'consent-missing':
      'We need a yes to this referral from a parent or legal guardian, or from the young adult who is 18 or older.',
    'authority-not-confirmed':
      'Please tell us who can make decisions for this youth, and send us the paper if there is one.',
    'no-need-named': 'Please tell us what kind of help you are looking for.',
    'intensity-not-known': 'We need to learn how much help is needed.',
    'grounds-not-reviewed': 'We need to learn more about how things are at home, in school and in the community.',
  },
  rights: ({ csaTelephone, daysToAsk }) => [
    `If you do not agree, you can ask us to look at the decision again (reconsideration). Call ${csaTelephone} or write to us. ${limitEn(daysToAsk.reconsideration)}`,
    `You can also appeal. ${limitEn(daysToAsk.appeal)}`,
    'If you are not happy with how you were treated, you can make a complaint: first to the agency, then to us. A complaint does not change the services you get.',
  ],
};

function limitEn(days: number | null): string {
  return days === null
    ? 'Ask us how much time you have, and please do it soon.'
    : `You have ${days} days from the date of this letter.`;
}
