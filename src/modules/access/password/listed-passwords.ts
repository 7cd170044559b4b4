import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * The list itself, imported by name here so that a file of ours can be loaded later: loaded directly, the package arrives
 * in the built program as CommonJS, without its names.
 */
export const listedPasswords: readonly string[] = dictionary['passwords-common'];
