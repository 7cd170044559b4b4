import type { Transporter } from 'nodemailer';
import { COUNT_WORDS, COUNTED, type Counts, type MailTemplate, WORDS } from './words.ts';

export interface Message {
  readonly to: string;
  readonly template: MailTemplate;
  readonly link: string;
  readonly locale: 'en' | 'es';
  readonly counts?: Counts;
}

export interface Mailer {
  /** Hands the message to the mail server. Rejects when it does not take it. */
  send(message: Message): Promise<void>;
}

const PATIENCE_MS = 15_000;

/** Sends through an SMTP server such as `smtps://user:password@mail.example.org`, from the given address. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const url = new URL(smtpUrl);
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const settings = {
    host,
    port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
    secure: url.protocol === 'smtps:',
    // A server on this machine may speak plainly; any other is spoken to encrypted or not at all.
    requireTLS: url.protocol !== 'smtps:' && !['localhost', '127.0.0.1', '::1'].includes(host),
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  // Loaded with the first message: a start should not wait for what it may never need.
  let transport: Promise<Transporter> | undefined;
  return {
    async send({ to, template, link, locale, counts = {} }) {
      const { subject, text } = WORDS[locale][template];
      const lines = COUNTED.filter((name) => counts[name] !== undefined).map(
        (name) => `${COUNT_WORDS[locale][name]}: ${counts[name]}`,
      );
      const parts = [text, ...(lines.length > 0 ? [lines.join('\n')] : []), link];
      transport ??= import('nodemailer').then(({ createTransport }) => createTransport(settings));
      await (await transport).sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text: `${parts.join('\n\n')}\n`,
      });
    },
  };
}
