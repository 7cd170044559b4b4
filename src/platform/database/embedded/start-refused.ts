export type StartRefusal =
  | 'data-folder-in-use'
  | 'unwritable-folder'
  | 'missing-binaries'
  | 'no-os-user'
  | 'other-major'
  | 'password-missing'
  | 'did-not-start';

/** The embedded database cannot start; the message is one sentence for the person who started the program. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly code: StartRefusal;
  constructor(code: StartRefusal, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
