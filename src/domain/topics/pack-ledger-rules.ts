import type { LedgerRules } from '../ledger/ledger-rules.ts';
import type { TopicPack } from './topic-pack.ts';

/** The ledger's rules as a pack states them. */
export function packLedgerRules(pack: TopicPack): LedgerRules {
  const { classes, named, phrases } = pack.objects;
  const generics = classes.flatMap(({ id, generic }) => (generic === undefined ? [] : [{ id, generic }]));
  return {
    zones: pack.ledger.zones,
    scopes: pack.ledger.scopes,
    rowlessCountries: pack.ledger.rowlessCountries,
    coDeciders: pack.ledger.coDeciders,
    genericWeapon: pack.topic.genericObject,
    weaponClassOf: Object.fromEntries([...named, ...phrases].map((object) => [object.name, object.class])),
    weaponOfClass: Object.fromEntries(generics.map(({ id, generic }) => [id, generic])),
  };
}
