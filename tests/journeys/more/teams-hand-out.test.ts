import { HandOutDocument } from '../../../src/application/hand-out/document.ts';
import { attachedIn } from '../../../src/documents/attached.ts';
import { checkFile } from '../../../src/documents/check.ts';
import { fileOfLink } from '../../support/file-of-link.ts';
import { startJourney, type TeamsJourney } from '../../support/teams-journey.ts';
import { LEADS, reportPlainly } from '../../support/teams-report.ts';

let journey: TeamsJourney;

beforeAll(async () => {
  journey = await startJourney('policies/sample');
}, 90_000);
afterAll(() => journey?.stop(), 30_000);

it('a lead asks for a file, gets it once behind a link, and anybody can check it', async () => {
  const { staff, lead } = journey;
  await lead.openChat(LEADS);
  const ref = await reportPlainly(staff, {
    child: 'Wren Kay',
    tick: 'Something at home',
    story: 'Wren does not want to go home.',
  });
  await lead.waitForText(ref);
  await lead.press('Open');
  await lead.openChat('personal');
  await lead.waitForText(ref);
  await lead.press('Open');
  await lead.press('Read the record');
  await lead.press('What has been done');
  await lead.press('Make a file to hand out');
  await lead.choose('Who will read it?', 'A parent or carer');
  await lead.press('Next');
  expect(await lead.lastCard()).toContain('For: A parent or carer');
  await lead.fill('Their name and where they are', 'Mx Kay');
  await lead.press('Make the file');
  const url = await lead.linkOf('Get the file');
  const file = await fileOfLink(url);
  expect(file.page).toContain('<form method="post">');
  expect([file.status, file.type]).toEqual([200, 'application/pdf']);
  expect(file.name).toMatch(new RegExp(`^attachment; filename="chronology-${ref}-2026-11-23\\.pdf"$`));
  expect((await checkFile(file.bytes)).type).toBe('whole-file');
  const document = HandOutDocument.parse(JSON.parse(attachedIn(file.bytes) ?? ''));
  expect(JSON.stringify(document)).toContain('Wren does not want to go home.');
  expect(document.left[0]).not.toBe('No names were left out.');
  expect((await fileOfLink(url)).status).toBe(404);
  await lead.press('Back to the record');
  await lead.press('What has been done');
  expect(await lead.lastCard()).toContain('A copy was made');
  expect(journey.logged()).not.toContain('Wren');
}, 120_000);
