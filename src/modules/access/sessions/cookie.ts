import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '#modules/record/routes.ts';

/** Gives the browser its session. No expiry: it goes with the browser, and the server ends it in any case. */
export function setSessionCookie(reply: FastifyReply, publicUrl: string, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, attributes(publicUrl));
}

export function clearSessionCookie(reply: FastifyReply, publicUrl: string): void {
  reply.clearCookie(SESSION_COOKIE, attributes(publicUrl));
}

const attributes = (publicUrl: string) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: isHttps(publicUrl),
});

export const isHttps = (publicUrl: string): boolean => new URL(publicUrl).protocol === 'https:';
