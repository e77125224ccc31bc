/** The frame around our cards in Slack: what Slack itself demands words for, and what stands there before a card does. */
export const WORDS = {
  title: 'Signpost',
  close: 'Close',
  yes: 'Yes',
  goOn: 'Continue',
  more: '… more than can be shown here',
  opening: 'Opening. If this line stays, close the window and try again. If a child is in danger, call 999.',
  working: 'Saving. Keep this window open until it says saved.',
  failed: 'Not saved yet. Your words are still here. Try again. If a child is in danger, call 999.',
  notShown:
    'The answer could not be shown. Close the window and type /report my reports. If a child is in danger, call 999.',
  notOpened: 'This did not open. Try again. If a child is in danger, call 999.',
  finished: 'You can close this window. What there is to see comes as a message.',
  nothingHere: 'There is nothing here for you.',
} as const;
