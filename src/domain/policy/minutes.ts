/** "PT4H30M" in minutes. */
export function minutesOf(duration: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

const counted = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** "4 hours 30 minutes". */
export function inWords(duration: string): string {
  const total = minutesOf(duration);
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  return [
    hours > 0 ? counted(hours, 'hour') : '',
    minutes > 0 || hours === 0 ? counted(minutes, 'minute') : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
