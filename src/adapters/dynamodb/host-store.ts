import type { RobotsRules } from '../../domain/manners/robots.ts';
import type { HostStore } from '../../pipeline/ports.ts';
import { hostKey, robotsKey } from './keys.ts';
import type { Table } from './table.ts';

const FORGOTTEN_AFTER_DAYS = 30;

/** @param spacingSeconds least time between two requests to one host */
export function createHostStore(table: Table, spacingSeconds: number): HostStore {
  return {
    async takeTurn(host, now) {
      const next = addSeconds(now, spacingSeconds);
      const taken = await table.update(hostKey(host), {
        UpdateExpression: 'SET nextAllowedAt = :next, expiresAt = :expires',
        ConditionExpression: 'attribute_not_exists(nextAllowedAt) OR nextAllowedAt <= :now',
        ExpressionAttributeValues: {
          ':next': next,
          ':now': now,
          ':expires': expiry(now, FORGOTTEN_AFTER_DAYS),
        },
      });
      if (taken) return { kind: 'go' };
      const row = await table.get(hostKey(host));
      const waitMs = Date.parse(String(row?.['nextAllowedAt'] ?? now)) - Date.parse(now);
      return { kind: 'wait', seconds: Math.max(1, Math.ceil(waitMs / 1000)) };
    },

    async rest(host, until) {
      await table.update(hostKey(host), {
        UpdateExpression: 'SET nextAllowedAt = :until, expiresAt = :expires',
        ConditionExpression: 'attribute_not_exists(nextAllowedAt) OR nextAllowedAt < :until',
        ExpressionAttributeValues: { ':until': until, ':expires': expiry(until, FORGOTTEN_AFTER_DAYS) },
      });
    },

    async findRobots(host, now) {
      const row = await table.get(robotsKey(host));
      if (!row || String(row['validUntil']) <= now) return undefined;
      return row['rules'] as RobotsRules;
    },

    async saveRobots(host, rules, expiresAt) {
      await table.put({
        ...robotsKey(host),
        rules: storable(rules),
        validUntil: expiresAt,
        expiresAt: expiry(expiresAt, 1),
      });
    },
  };
}

/** A row holds 400 KB; a longer file is cut at a line. */
const MAX_STORED_ROBOTS_CHARS = 100_000;

function storable(rules: RobotsRules): RobotsRules {
  if (rules.kind !== 'rules' || rules.text.length <= MAX_STORED_ROBOTS_CHARS) return rules;
  const cut = rules.text.slice(0, MAX_STORED_ROBOTS_CHARS);
  return { kind: 'rules', text: cut.slice(0, cut.lastIndexOf('\n') + 1) };
}

function addSeconds(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

function expiry(instant: string, days: number): number {
  return Math.floor(Date.parse(instant) / 1000) + days * 86_400;
}
