import { startLocalCloud } from '../../../local/aws/local-cloud.ts';
import { systemClock } from '../../../local/simulated-clock.ts';

/** Starts a cloud over the directory it is given, says how that went, and runs until it is stopped. */
const [, , dir = '', database] = process.argv;
try {
  const cloud = await startLocalCloud({
    dir,
    clock: systemClock,
    database: database === 'dynoxide' || database === 'dynalite' ? database : undefined,
  });
  console.log(JSON.stringify(cloud.env));
} catch (error) {
  console.log(String(error));
}
