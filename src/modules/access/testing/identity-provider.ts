import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';

const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url');

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

interface Asked {
  readonly nonce: string;
  readonly challenge: string;
  readonly claims: Claims;
}

/** As much of an OpenID provider as signing in needs: discovery, keys, and codes for tokens with PKCE. */
export class TestIdentityProvider {
  readonly clientId = 'kinfold-test';
  readonly clientSecret = 'a client secret of the tests';
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #codes = new Map<string, Asked>();
  readonly #server: Server;
  issuer = '';
  /** Whom the provider's own page, in a browser, asks whether to go on. */
  whoIsThere: Claims | null = null;
  /** Put in the token in place of the nonce that was asked for, as a replayed token would have it. */
  otherNonce: string | null = null;

  private constructor() {
    this.#server = createServer((request, response) => {
      if (request.url?.startsWith('/authorize')) {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(this.#page(new URL(request.url, this.issuer)));
        return;
      }
      void this.#answer(request).then((answer) => {
        response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer ?? { error: 'invalid_grant' }));
      });
    });
  }

  static async start(): Promise<TestIdentityProvider> {
    const made = new TestIdentityProvider();
    await new Promise<void>((resolve) => made.#server.listen(0, '127.0.0.1', resolve));
    const address = made.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    made.issuer = `http://127.0.0.1:${address.port}`;
    return made;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** Somebody signs in at the provider: what their browser is sent back with. */
  signIn(authorization: URL, claims: Claims): URLSearchParams {
    const asked = (name: string) => authorization.searchParams.get(name) ?? '';
    const code = randomBytes(8).toString('hex');
    this.#codes.set(code, { nonce: asked('nonce'), challenge: asked('code_challenge'), claims });
    return new URLSearchParams({ code, state: asked('state') });
  }

  #page(authorization: URL): string {
    if (!this.whoIsThere) return 'Nobody is there.';
    const back = new URL(authorization.searchParams.get('redirect_uri') ?? '');
    back.search = this.signIn(authorization, this.whoIsThere).toString();
    return `<!doctype html><link rel="icon" href="data:,"><a href="${back.href.replaceAll('&', '&amp;')}">Go on as ${this.whoIsThere.email}</a>`;
  }

  async #answer(request: IncomingMessage): Promise<object | null> {
    if (request.url === '/.well-known/openid-configuration') return this.#discovery();
    if (request.url === '/keys')
      return { keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    return this.#tokens(new URLSearchParams(Buffer.concat(chunks).toString()));
  }

  #discovery(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  #tokens(form: URLSearchParams): object | null {
    const asked = this.#codes.get(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!asked || verifier !== asked.challenge || form.get('client_secret') !== this.clientSecret) return null;
    const now = Math.floor(Date.now() / 1000);
    const nonce = this.otherNonce ?? asked.nonce;
    const times = { iat: now, exp: now + 60, auth_time: now };
    const idToken = this.#sign({ iss: this.issuer, aud: this.clientId, nonce, ...times, ...asked.claims });
    return { access_token: 'unused', token_type: 'bearer', expires_in: 60, id_token: idToken };
  }

  #sign(payload: object): string {
    const text = `${base64url(JSON.stringify({ alg: 'RS256', kid: 'one' }))}.${base64url(JSON.stringify(payload))}`;
    return `${text}.${base64url(createSign('sha256').update(text).sign(this.#keys.privateKey))}`;
  }
}
