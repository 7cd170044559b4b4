import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('whose word about an address is believed', () => {
  it.each([
    ['nobody, unless it is said', undefined, []],
    ['nobody, when it is left empty', '', []],
    ['one balancer', '10.0.0.4', ['10.0.0.4']],
    ['a range and this machine', '10.1.0.0/16, loopback', ['10.1.0.0/16', 'loopback']],
    ['IPv6', 'fd00::/8', ['fd00::/8']],
  ])('%s', (_, TRUST_PROXY, expected) => expect(readConfig({ TRUST_PROXY }).TRUST_PROXY).toEqual(expected));

  it.each(['true', '1', 'balancer.example', '10.0.0.0/33', '10.0.0.0/0', '::/0', '10.0.0', '10.0.0.1/8/8', '*'])(
    '%s is refused in a sentence that names it',
    (TRUST_PROXY) =>
      expect(() => readConfig({ TRUST_PROXY })).toThrow(`TRUST_PROXY cannot be used: "${TRUST_PROXY}" is`),
  );
});

describe('identity providers within the installation’s own network', () => {
  it.each([
    ['none, unless it is said', undefined, []],
    [
      'by name and by address',
      ' Login.Agency.internal, 10.0.0.4,fd00::5 ',
      ['login.agency.internal', '10.0.0.4', 'fd00::5'],
    ],
  ])('%s', (_, KINFOLD_ISSUERS_INSIDE, expected) =>
    expect(readConfig({ KINFOLD_ISSUERS_INSIDE }).KINFOLD_ISSUERS_INSIDE).toEqual(expected),
  );
});

describe('a setting that cannot be used', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', 'web'],
    ['PUBLIC_URL', 'kinfold.example.org'],
    ['PUBLIC_URL', 'ftp://kinfold.example.org'],
    ['KINFOLD_SECRET', 'short'],
    ['KINFOLD_DEMO', 'maybe'],
    ['METRICS_TOKEN', 'short'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['SMTP_URL', 'smtp://robin:100%@mail.example.org'],
    ['SMTP_URL', 'smtps://mail.example.org'],
    ['MAIL_FROM', 'kinfold@example.org'],
    ['KINFOLD_DATABASE_PLAIN', 'yes'],
    ['KINFOLD_ISSUERS_INSIDE', 'https://login.agency.internal'],
    ['KINFOLD_ISSUERS_INSIDE', 'login.agency.internal:8443'],
  ])('%s=%s is named in one sentence', (name, value) =>
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} cannot be used: [^\\n]+\\.$`)),
  );
});

it('a mail server and who mail is from go together', () => {
  const mail = { SMTP_URL: 'smtps://robin:word@mail.example.org:465', MAIL_FROM: 'kinfold@example.org' };
  expect(readConfig(mail)).toMatchObject(mail);
  expect(() => readConfig({ SMTP_URL: mail.SMTP_URL })).toThrow(
    'SMTP_URL cannot be used: no mail is sent without MAIL_FROM.',
  );
});
