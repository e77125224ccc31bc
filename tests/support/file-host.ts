import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somewhere a file lies: it writes down whoever comes for it. */
export async function startFileHost() {
  const fetched: string[] = [];
  const server = createServer((request, response) => {
    fetched.push(request.url ?? '');
    response.end('not for you');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    fetched,
    /** The same payload with every file of it lying here. */
    holding: <Payload>(payload: Payload): Payload =>
      JSON.parse(
        JSON.stringify(payload).replace(
          /https:\/\/(files\.slack\.example|sample\.slack\.example|contoso-my\.sharepoint\.example|graph\.microsoft\.com|smba\.trafficmanager\.net\/uk\/v3)/g,
          url,
        ),
      ),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
