import { createTransport } from 'nodemailer';
import { type MailTemplate, WORDS } from './words.ts';

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

const PATIENCE_MS = 15_000;

/** Sends through an SMTP server such as `smtps://user:password@mail.example.org`, from the given address. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const url = new URL(smtpUrl);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
    secure: url.protocol === 'smtps:',
    // A server on this machine may speak plainly; any other is spoken to encrypted or not at all.
    requireTLS: url.protocol !== 'smtps:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname),
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  return {
    async send({ to, template, link, locale }) {
      const { subject, text } = WORDS[locale][template];
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text: `${text}\n\n${link}\n` });
    },
  };
}
