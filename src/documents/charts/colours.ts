import type { Paint } from './drawing.ts';

type Colours = Readonly<Record<Paint, string>>;

/**
 * Each shade is far from its neighbours in lightness, so that they stay apart in grey; what is written on one has at
 * least 4.5 : 1 against it.
 */
export const LIGHT: Colours = {
  ink: '#1b2430',
  quiet: '#55606e',
  rule: '#c9d0d8',
  paper: '#ffffff',
  s0: '#17375e',
  s1: '#5b8fc4',
  s2: '#b3cde6',
  s3: '#e9f0f6',
  s4: '#7a5c14',
  on0: '#ffffff',
  on1: '#10202f',
  on2: '#10202f',
  on3: '#10202f',
  on4: '#ffffff',
};

export const DARK: Colours = {
  ink: '#e6ebf1',
  quiet: '#a9b4c0',
  rule: '#46515e',
  paper: '#161c24',
  s0: '#a9cdf2',
  s1: '#4f84b8',
  s2: '#244a70',
  s3: '#1b2733',
  s4: '#d9c48a',
  on0: '#0e1620',
  on1: '#0e1620',
  on2: '#ffffff',
  on3: '#ffffff',
  on4: '#0e1620',
};
