/**
 * Words that say nothing about which event an article tells: English function words (the closed classes of any grammar), and
 * the verbs and time words with which newsrooms report anything at all. Folded as `foldWord` folds, sorted.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above according across add added adding adds after again against ago all already also although am among amid an
  and another any are around article as asked at away b back be because been before being below between both but by c can
  could d day days did do does doing down during e each early earlier either even ever every f few first following for
  friday from further g get given go going h had has have having he her here hers herself him himself his how however i if
  in including into is it its itself j just k l last late later latest least less like likely m made make makes making many
  may me meanwhile might monday month months more most much must my n near nearly new news no nor not now o of off often on
  once one only or other others our out over own p part people per q r rather read recent recently report reported reports s
  said same saturday say saying says second see seen several she should since so some still such sunday t take taken than
  that the their them themselves then there these they third this those though three through thursday time to today told
  tomorrow too took toward towards tuesday two u under until up upon us used v very via w was we wednesday week weeks well
  were what when where whether which while who whom whose why will with within without would x y year years yesterday yet
  you your z`.split(/\s+/u),
);
