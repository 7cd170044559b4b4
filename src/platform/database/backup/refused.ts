export type BackupRefusal =
  | 'short-passphrase'
  | 'not-a-backup'
  | 'newer-format'
  | 'wrong-passphrase'
  | 'damaged'
  | 'truncated'
  | 'may-not-read-all'
  | 'newer-program'
  | 'other-program'
  | 'target-not-empty'
  | 'target-in-use'
  | 'files-not-empty';

/** A backup or restore that did not happen; the message is one sentence for the person who asked for it. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly code: BackupRefusal;
  constructor(code: BackupRefusal, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
