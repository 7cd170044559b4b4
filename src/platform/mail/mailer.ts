/** The messages there are. Each is a sentence and a link, with nothing about anybody in it. */
export const MAIL_TEMPLATES = ['invitation', 'new-link', 'sign-in-changed'] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

export interface Message {
  readonly to: string;
  readonly template: MailTemplate;
  readonly link: string;
  readonly locale: 'en' | 'es';
}

export interface Mailer {
  /** Hands the message to the mail server. Rejects when it does not take it. */
  send(message: Message): Promise<void>;
}
