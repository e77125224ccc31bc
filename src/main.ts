import { fileURLToPath } from 'node:url';
import { startLocalClients } from './compose/local-clients.ts';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const app = await compose(config, { root, tell: (text) => process.stderr.write(`${text}\n`) });
  for (const warning of app.warnings) process.stderr.write(`Note: ${warning}\n`);
  const clients = config.mode === 'local' ? await startLocalClients(app, config) : undefined;
  if (clients !== undefined) process.stdout.write(`${clients.welcome}\n`);
  const stop = async () => {
    await clients?.stop();
    await app.stop();
    process.exitCode = 0;
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

try {
  await start();
} catch (fault) {
  // Errors of the start are ours: they name a variable, a file or a line, and the cure.
  process.stderr.write(`${fault instanceof Error ? fault.message : 'Signpost could not start'}\n`);
  process.exit(1);
}
