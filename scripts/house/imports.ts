import { isExcepted, SEALED_COOKIES } from "./exceptions.ts";
import { chainTo, runtimeImports } from "./reach.ts";
import { isTest, lineOf, type Rule, type Source, type Violation } from "./source.ts";

const inRoom = (room: string) => (source: Source) => source.file.startsWith(`${room}/`) && !isTest(source);

/** Components draw what they are given. Even through a third file they can't reach the database. */
export const componentsReachNoDatabase: Rule = (sources) =>
  sources.filter(inRoom("components")).flatMap((source) => {
    const reached = chainTo(
      source,
      sources,
      (target) => /^(?:db|server)\//.test(target) || /^(?:drizzle-orm|pg)(?:\/|$)/.test(target),
    );
    if (!reached) return [];
    const instead = `pass it in as a prop, or import the type only (${reached.chain.join(" → ")})`;
    return [{ file: source.file, line: reached.line, rule: "components can't reach the database", instead }];
  });

/** The newsroom knows no framework and no seam, whichever way round it gets there. */
export const domainReachesNoFramework: Rule = (sources) =>
  sources.filter(inRoom("domain")).flatMap((source) => {
    const reached = chainTo(
      source,
      sources,
      (target) =>
        /^(?:app|components|server)\//.test(target) ||
        /^(?:next|next-auth|react|react-dom)(?:\/|$)/.test(target),
    );
    if (!reached) return [];
    const instead = `take it as an argument (${reached.chain.join(" → ")})`;
    return [
      { file: source.file, line: reached.line, rule: "the domain knows no Next, React or seam", instead },
    ];
  });

const SESSION_FILES = /^(?:server\/(?:auth|session)[a-z-]*\.ts|app\/api\/auth\/.*)$/;

export const oneWayToAskWhoIsThere: Rule = (sources) =>
  sources
    .filter(({ file }) => !SESSION_FILES.test(file) && !isExcepted(SEALED_COOKIES, file))
    .filter((source) => !isTest(source))
    .flatMap((source) =>
      runtimeImports(source)
        .filter(({ specifier }) => /^(?:next-auth|@auth\/core)(?:\/|$)/.test(specifier))
        .map(({ line }) => ({
          file: source.file,
          line,
          rule: "next-auth stays in server/auth.ts and server/session.ts",
          instead: "ask currentPerson() or requirePerson() of server/session.ts",
        })),
    );

/** A file that only passes on what others export hides where things live. */
export const noBarrels: Rule = (sources) =>
  sources.flatMap((source) => {
    const passedOn = (source.code?.module.staticExports ?? []).flatMap((each) =>
      each.entries.filter((entry) => entry.moduleRequest),
    );
    const named: Violation[] = passedOn
      .filter((entry) => entry.exportName.name === null || !isFrameworkDoor(source))
      .map((entry) => ({
        file: source.file,
        line: lineOf(source, entry.start),
        rule: "no barrels",
        instead: "import from the file that holds it",
      }));
    return named;
  });

/** Next wants some exports at fixed addresses; those files may pass a name on. */
function isFrameworkDoor({ file }: Source): boolean {
  return /^app\/.*\/route\.tsx?$/.test(file);
}
