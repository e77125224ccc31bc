import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from '../../src/channels/slack/words.ts';
import { loadLibrary } from '../../src/storage/files/load-library.ts';
import { loadPolicy } from '../../src/storage/files/load-policy.ts';
import { nodesIn, rawDocuments } from './raw-documents.ts';
import { files } from './samples.ts';

const READ = ['text', 'label', 'title', 'errorMessage', 'placeholder', 'fallbackText'];
const SLOT_ONLY = /^\$\{[^}]+\}$/;

const linesOf = (document: unknown): readonly string[] =>
  nodesIn(document).flatMap((node) =>
    READ.flatMap((key) => {
      const line = node[key];
      return typeof line === 'string' && !SLOT_ONLY.test(line.trim()) ? [line] : [];
    }),
  );

async function policyLines(name: string): Promise<readonly string[]> {
  const policy = await loadPolicy(join('policies', name), 'policies/library');
  if (!policy.ok) throw new Error(`policies/${name} does not load`);
  const { guards, procedures, requests, forms, contacts, roles } = policy.value;
  return [
    ...guards.map(({ text }) => text),
    ...procedures.flatMap(({ name: title, steps }) => [
      title,
      ...steps.flatMap((step) => [step.text, ...('answers' in step ? (step.answers ?? []) : [])]),
    ]),
    ...requests.flatMap(({ title, prompt }) => [title, prompt]),
    ...forms.flatMap(({ title, lines, fields }) => [
      title,
      ...lines.map(({ text }) => text),
      ...fields.map(({ label }) => label),
    ]),
    ...contacts.flatMap((contact) => [contact.name, contact.for]),
    ...Object.values(roles).flatMap((role) => [role.label, role.short]),
  ];
}

/** What agencies are told, and what comes when they do not reply; the slots say nothing by themselves. */
async function referralLines(): Promise<readonly string[]> {
  const library = await loadLibrary('policies/library');
  if (!library.ok) throw new Error('policies/library does not load');
  const { drafts, left, parts, referrals } = library.value.referrals;
  const written = [...Object.values(parts), ...drafts.flatMap((draft) => draft.parts)];
  return [
    ...referrals.stages.flatMap(({ title, text }) => [title, text]),
    ...Object.values(left),
    ...drafts.map(({ title }) => title),
    ...written.flatMap((part) => (typeof part === 'string' ? [] : [part.heading, ...part.lines])),
  ];
}

/** Every line of ours that somebody reads, by the file it stands in, slots and all. */
export async function ownLines(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const policies = readdirSync('policies').filter((name) => name.endsWith('.yaml'));
  return [
    ...rawDocuments.map(([name, document]) => [`cards/${name}.json`, linesOf(document)] as const),
    ['cards/phrases.json', Object.values(files.phrases)],
    ['cards/notifications.json', Object.values(files.notifications)],
    ['policies/library/referrals.yaml', await referralLines()],
    ['src/channels/slack/words.ts', Object.values(WORDS)],
    ...(await Promise.all(
      policies.map(async (name) => [`policies/${name}`, await policyLines(name)] as const),
    )),
  ];
}
