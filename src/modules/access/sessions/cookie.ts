import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '#modules/record/routes.ts';
import { clearOwnCookie, setOwnCookie } from '#platform/http/own-cookie.ts';

/** Gives the browser its session. No expiry: it goes with the browser, and the server ends it in any case. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  setOwnCookie(reply, SESSION_COOKIE, token, { sameSite: 'strict' });
}

/**
 * Takes the session from the browser, with whatever answers it kept of ours. Said where a person ends it; a session that has run
 * out is not answered so, since its page still holds what they wrote and goes on once they have signed in again. Its storage
 * stays: besides tastes there are words in it that never arrived, sealed, of this person or of another who uses the computer.
 */
export function takeSessionBack(reply: FastifyReply): void {
  clearOwnCookie(reply, SESSION_COOKIE);
  reply.header('clear-site-data', '"cache"');
}
