/** A part of the territory that can have an answer of its own, and the scope word that names it alone. */
export interface LedgerZone {
  readonly zone: string;
  readonly scope: string;
}

/** What a scope word of the topic covers. */
export interface ScopeExtent {
  /** Zones it speaks about. */
  readonly zones: readonly string[];
  /** Larger covers more within its zones: one front 1, the border area 2, anywhere along the border 3. */
  readonly breadth: number;
}

/** What the fold must know of a topic; data from the topic pack. */
export interface LedgerRules {
  /** Zones from the nearest to the farthest; the first is what a permission of unknown extent is taken for. */
  readonly zones: readonly LedgerZone[];
  /** Extent of every scope word. A word that is missing here counts as unspecified. */
  readonly scopes: Readonly<Record<string, ScopeExtent>>;
  /** The weapon that means all weapons. */
  readonly genericWeapon: string;
  /** Class of every weapon word: of a named system, and of the word that means a whole class. */
  readonly weaponClassOf: Readonly<Record<string, string>>;
  /** The weapon word that means a whole class, by class, where there is one. */
  readonly weaponOfClass: Readonly<Record<string, string>>;
  /** Bodies and groups that decide about no weapon and own no row, such as alliances. */
  readonly rowlessCountries: readonly string[];
  /** Countries whose consent a weapon of another country needs, by weapon; their answers have rows of their own. */
  readonly coDeciders?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** How general a weapon word is: 0 a named system, 1 a class, 2 all weapons. */
export function weaponGenerality(weapon: string, rules: LedgerRules): 0 | 1 | 2 {
  if (weapon === rules.genericWeapon) return 2;
  const weaponClass = rules.weaponClassOf[weapon];
  return weaponClass !== undefined && rules.weaponOfClass[weaponClass] === weapon ? 1 : 0;
}

/** Whether a word for weapons includes another: all weapons any, a class its members, a weapon itself. */
export function includesWeapon(general: string, particular: string, rules: LedgerRules): boolean {
  if (general === particular || general === rules.genericWeapon) return true;
  if (weaponGenerality(general, rules) === 0) return false;
  return rules.weaponClassOf[general] === rules.weaponClassOf[particular];
}
