/** Ten steps of each colour, light to dark, for Mantine's parts; step 7 is the colour of look and meaning. */
export const PINE = [
  '#e6f0ec',
  '#cfe2db',
  '#a9cdc2',
  '#7fb3a5',
  '#5a998a',
  '#3f8274',
  '#2b6e62',
  '#1d5c54',
  '#174a44',
  '#103833',
];
export const BRICK = [
  '#fbe9e4',
  '#f5d0c7',
  '#eaa797',
  '#df7f6a',
  '#d15e46',
  '#c24a32',
  '#b53d28',
  '#a8321f',
  '#882818',
  '#681e12',
];
export const MARIGOLD = [
  '#fcf1df',
  '#f7e0ba',
  '#efc683',
  '#e5ac52',
  '#da9631',
  '#cd841f',
  '#c17615',
  '#b4690e',
  '#8a4f08',
  '#663a06',
];
export const SKY = [
  '#e5eef6',
  '#c9dcec',
  '#9bbfdc',
  '#70a1ca',
  '#4f87b6',
  '#3d75a4',
  '#336894',
  '#2b5c86',
  '#224a6c',
  '#193851',
];
export const MOSS = [
  '#eaf2e4',
  '#d3e4c8',
  '#b0cf9e',
  '#8db876',
  '#70a157',
  '#5b8d43',
  '#4c7b36',
  '#3f6b2b',
  '#325522',
  '#254019',
];
export const PLUM = [
  '#f2e9f4',
  '#e2d0e6',
  '#c9a9d0',
  '#b085b9',
  '#9a68a5',
  '#875591',
  '#784981',
  '#6a3f72',
  '#55325b',
  '#402644',
];

/** Paper to ink, for Mantine's neutral parts in light; steps 4 and 5 edge a field at 3:1. */
export const PAPER = [
  '#fbf9f5',
  '#f3eee6',
  '#eeebe4',
  '#e4dfd5',
  '#8b958f',
  '#8b958f',
  '#5a6866',
  '#45524f',
  '#22302e',
  '#16201f',
];
/** Ink to paper, for its neutral parts in dark. */
export const NIGHT = [
  '#e9eeea',
  '#c3cfcb',
  '#a9b8b3',
  '#8b9b96',
  '#71827d',
  '#34433f',
  '#16201f',
  '#1d2928',
  '#16201f',
  '#121a19',
];
