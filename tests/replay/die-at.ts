import { subscribe } from 'node:diagnostics_channel';

/**
 * Loaded before a program (`node --import`), kills it at a moment of its traffic with the local services, with no chance
 * to clean up: the moment does not depend on how fast the machine is.
 *
 * `DIE_AT` counts the moments, `DIE_WHEN` says which: a request leaves (nothing has happened yet), an answer leaves (it has
 * happened, and nobody knows), an answer has been read.
 */
const CHANNELS: Readonly<Record<string, string>> = {
  asking: 'http.client.request.start',
  answering: 'http.server.response.finish',
  answered: 'http.client.response.finish',
};

const channel = CHANNELS[process.env['DIE_WHEN'] ?? ''];
if (channel === undefined) throw new Error(`DIE_WHEN is one of ${Object.keys(CHANNELS).join(', ')}`);
let left = Number(process.env['DIE_AT']);
subscribe(channel, () => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
