import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type MailFault = 'throttles' | 'hangs-up';

const ACCOUNT = { ProductionAccessEnabled: true, SendQuota: { MaxSendRate: 1000 } };

/** A mail service in trouble: it refuses to send for now, or takes the mail and never answers. */
export async function startFaultyMailService(fault: MailFault): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      if (request.url === '/v2/email/account') response.end(JSON.stringify(ACCOUNT));
      else if (fault === 'hangs-up') request.socket.destroy();
      else {
        response.writeHead(429, { 'x-amzn-errortype': 'TooManyRequestsException' });
        response.end(JSON.stringify({ message: 'Maximum sending rate exceeded.' }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
