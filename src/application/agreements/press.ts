import { line, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { accountsCard, accountsFile } from './accounts.ts';
import { coverageCard, outstandingCard } from './coverage-card.ts';
import { familiesCard, recordedCard } from './families.ts';
import { openFamilyForm, recordSignature } from './family-form.ts';

import { agreements, openAgreement, signAgreement } from './own.ts';
import { clearVisitor, openVisitorForm, readWithVisitor, saveVisitor, visitorsCard } from './visitors.ts';

/** Every button about what is read and signed. */
export async function pressAgreement(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  switch (press.do) {
    case 'agree.mine':
      return agreements(pressed);
    case 'agree.open':
    case 'agree.why':
      return openAgreement(pressed);
    case 'agree.sign':
      return signAgreement(pressed);
    case 'agree.coverage':
      return coverageCard(pressed);
    case 'agree.who':
      return outstandingCard(pressed);
    case 'agree.families':
      return familiesCard(pressed);
    case 'agree.recorded':
      return recordedCard(pressed);
    case 'agree.family':
      return openFamilyForm(pressed);
    case 'agree.record':
      return recordSignature(pressed);
    case 'agree.visitors':
      return visitorsCard(pressed);
    case 'agree.visitor':
      return openVisitorForm(pressed);
    case 'agree.expect':
      return saveVisitor(pressed);
    case 'agree.visit':
    case 'agree.visit-why':
      return readWithVisitor(pressed);
    case 'agree.cleared':
      return clearVisitor(pressed);
    case 'agree.accounts':
      return accountsCard(pressed);
    case 'agree.file':
      return accountsFile(pressed);
    default:
      return line(deps, 'older-button');
  }
}
