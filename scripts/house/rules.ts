/** Every house rule, in the order in which they are reported. `npm run check` runs them all. */
import { actionsHaveOneShape } from "./doors.ts";
import {
  clientFilesSaySo,
  filesAreKebabCase,
  filesSayWhatTheyHold,
  filesStayShort,
  noDefaultExports,
  pathsSayTheRoom,
  readerPagesArePrinted,
} from "./files.ts";
import {
  componentsReachNoDatabase,
  domainReachesNoFramework,
  noBarrels,
  oneWayToAskWhoIsThere,
} from "./imports.ts";
import { layoutIsLogical } from "./logical.ts";
import { messageKeysMatch } from "./messages.ts";
import {
  browserTestsActByRole,
  domainHasNoClock,
  oneTableOfJobs,
  oneWayToFail,
  oneWayToFetch,
  oneWayToWriteTime,
  rawHtmlInNamedFiles,
  readsKnowTheirConnection,
  settingsComeFromEnv,
} from "./seams.ts";
import { functionsStayShort } from "./sizes.ts";
import type { Rule, Source, Violation } from "./source.ts";
import { noHardCodedStrings } from "./strings.ts";
import { verbsAskForTheRight } from "./verbs.ts";

export const RULES: readonly Rule[] = [
  componentsReachNoDatabase,
  domainReachesNoFramework,
  oneWayToAskWhoIsThere,
  noBarrels,
  actionsHaveOneShape,
  verbsAskForTheRight,
  domainHasNoClock,
  readsKnowTheirConnection,
  settingsComeFromEnv,
  oneWayToWriteTime,
  oneWayToFail,
  oneWayToFetch,
  oneTableOfJobs,
  rawHtmlInNamedFiles,
  readerPagesArePrinted,
  clientFilesSaySo,
  noDefaultExports,
  pathsSayTheRoom,
  filesSayWhatTheyHold,
  filesAreKebabCase,
  filesStayShort,
  functionsStayShort,
  noHardCodedStrings,
  layoutIsLogical,
  browserTestsActByRole,
];

export function violationsOf(rules: readonly Rule[], sources: readonly Source[]): Violation[] {
  return rules.flatMap((rule) => rule(sources));
}

/** "file:line rule — what to do instead", as editors make links of it. */
export function written({ file, line, rule, instead }: Violation): string {
  return `${file}:${line} ${rule} — ${instead}`;
}

export const MESSAGE_RULES: readonly Rule[] = [messageKeysMatch];
