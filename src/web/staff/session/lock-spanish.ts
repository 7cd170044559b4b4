import type { LockWords } from './lock-words.ts';

/** The same in Spanish, addressed as “usted”. */
export const spanish: LockWords = {
  ended: 'Su sesión ha terminado',
  locked: 'La pantalla está cerrada',
  kept: (person) => `${person}, lo que escribió está guardado. Volverá al mismo lugar.`,
  or: 'o',
  signOut: 'Soy otra persona: salir',
  leaving:
    'Todavía no ha salido: no se puede llegar al servidor. Deje abierta esta ventana y saldrá en cuanto se pueda. Si la cierra, la sesión se cierra con llave por sí sola.',
  through: (provider) => `Entrar por medio de ${provider}, en otra ventana`,
  signIn: 'Entrar, en otra ventana',
  signedIn: 'Ya entré',
  notYet: 'Todavía no. Termine de entrar allí y pulse esto otra vez.',
  byPasskey: 'Abrir con su llave de acceso',
  password: 'Contraseña',
  show: 'Mostrar la contraseña',
  unlock: 'Abrir',
  wrongPassword: 'Esa contraseña no la abre. Revise las mayúsculas e inténtelo de nuevo.',
  wrongPasskey: 'La llave de acceso no la abrió. Inténtelo de nuevo o use otra manera.',
  offline: 'No hay conexión. Inténtelo de nuevo en un momento.',
};
