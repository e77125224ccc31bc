import { files } from './samples.ts';

export type Node = Readonly<Record<string, unknown>>;

/** Every document of `cards/` as it is written, slots and all. */
export const rawDocuments = Object.entries(files.documents);

/** Every object of a document, the card itself first. */
export function nodesIn(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesIn);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodesIn)];
}
