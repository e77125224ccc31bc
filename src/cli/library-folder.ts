import { fileURLToPath } from 'node:url';

/** Shared procedures and the floor, wherever the command is run from. */
export const LIBRARY = fileURLToPath(new URL('../../policies/library', import.meta.url));
