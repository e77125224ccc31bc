import type { Noticed } from './document.ts';
import type { Remark, Severity } from './finding.ts';
import type { PolicyFile } from './pack.ts';
import { sectionOf } from './source.ts';

interface Words {
  readonly severity: Severity;
  readonly message: string;
  readonly cure: string;
}
const say = (severity: Severity, message: string, cure: string): Words => ({ severity, message, cure });

/** What it means for the people who work by it, and what would put it right. The detail stands behind the message. */
const WORDS: Readonly<Record<Noticed, Words>> = {
  audience: say('note', 'It is written for another kind of setting', 'Use the words of this one'),
  'aup.conflict': say(
    'warning',
    'Its agreement forbids what staff are asked to do',
    'Write the exception into the agreement',
  ),
  'behaviour.naming': say('warning', 'One linked policy has several names', 'Choose one name'),
  'confiscation.rule': say(
    'note',
    'It leans on a rule that it does not cite',
    'Cite the rule, or write it down',
  ),
  'consent.conflict': say(
    'warning',
    'It asks for consent where the guidance that it cites does not',
    'Say which holds; until then the stricter does',
  ),
  'contact.personal': say('note', 'It names a person', 'Name the role, and bind it in the directory'),
  'contradiction.parents': say(
    'warning',
    'It says two things about telling parents',
    'Say one; until then parents are a decision each time',
  ),
  'contradiction.phone': say('warning', 'It says two things about phones', 'Say one'),
  'cyberbullying.thin': say(
    'warning',
    'Bullying online is only a reference to another policy',
    'Write down the first steps',
  ),
  'device.contact': say(
    'warning',
    'An unsafe device goes to somebody who cannot lock it',
    'Name whoever runs the devices as well',
  ),
  'duty.mix': say(
    'warning',
    'It asks to give material to the police, and not to look at or copy it',
    'Say that the device itself is handed over',
  ),
  'escalation.undefined': say(
    'error',
    'It speaks of escalation and describes none',
    'Write down who is told, in what order',
  ),
  'filter.owner': say(
    'note',
    'Leading, running and reviewing the filter are three roles',
    'See that each is bound to somebody',
  ),
  'gendered.role': say('note', 'It assumes whether somebody is a man or a woman', 'Write "they"'),
  'guard.scope': say('warning', '"Do not view" stands at one step only', 'Say it once for every search'),
  'identity.mismatch': say('warning', 'The organisation has two names', 'Use one, and say who approved it'),
  'ks.scope': say('note', 'One text is for children of very different ages', 'Word it for each age'),
  'multi.school': say(
    'error',
    'Several schools, and one set of people',
    'Say for each school who leads, and whose headteacher hears of staff',
  ),
  numbering: say('note', 'Its headings are not numbered', 'Number them, so that a step can cite its section'),
  'order.conflict': say(
    'error',
    'It says "delete" before the police have advised',
    'Put the advice first; deleting is locked until then',
  ),
  'parents.modality': say(
    'note',
    'Parents are told "if appropriate" in one place and always in another',
    'Keep both, if both are meant',
  ),
  'placeholder.brackets': say('error', 'A gap of the template was never filled', 'Fill it'),
  'reference.stale': say(
    'warning',
    'It refers to something that is over',
    'Take it out, or name what came after',
  ),
  'reference.unlinked': say('note', 'A reference leads nowhere', 'Add the link, or the name'),
  'review.owner': say('warning', 'Several people are said to review it', 'Name one'),
  'role.conflict': say(
    'error',
    'Two roles lead on the same thing',
    'Say who leads; until then the safeguarding lead does',
  ),
  'role.undefined': say(
    'warning',
    'It names a role and does not say what they do',
    'Give the role a section',
  ),
  'search.legal': say(
    'warning',
    'Searching staff at any time may be unlawful',
    'Ask for legal advice; until then each search is agreed first',
  ),
  'service.retired': say('note', 'A service has closed or has another name', 'Bring the name up to date'),
  'template.residue': say('error', 'Text of the template was left in', 'Take it out'),
  'training.incomplete': say('warning', 'A sentence about training has no end', 'Finish it'),
  'training.interval': say('warning', 'Training has no interval', 'Say how often'),
  'view.exception': say(
    'warning',
    'It lets a lead look at an image in some cases',
    'Keep it to what the national advice allows, and write down why each time',
  ),
  'vocab.retired': say('note', 'Words of older guidance', 'Use those of the edition in force'),
  wellbeing: say(
    'note',
    'Nobody has to answer out of hours',
    'Reminders wait for working hours; urgent alerts do not',
  ),
  wording: say('warning', 'A sentence says something else than it seems to mean', 'Write what is meant'),
};

/** What whoever read the document noticed, in words for its owner. */
export const lintNoticed = ({ document }: PolicyFile): readonly Remark[] =>
  (document?.noticed ?? []).map(({ what, detail, source }, n) => {
    const { severity, message, cure } = WORDS[what];
    const section = sectionOf(source);
    return {
      code: what,
      severity,
      at: ['document', 'noticed', n],
      message: `${message}: ${detail}`,
      cure,
      ...(section !== undefined && { section }),
    };
  });
