import type { Metadata } from "next";
import { PasswordForm } from "#components/auth/password-form.client.tsx";
import { OwnSessions } from "#components/me/own-sessions.client.tsx";
import { ProfileForm } from "#components/me/profile-form.client.tsx";
import { FaceField } from "#components/media/face-field.client.tsx";
import { PageBody } from "#components/ui/app-shell.tsx";
import { PageHeader, Panel } from "#components/ui/page-header.tsx";
import { Words, words } from "#components/words.tsx";
import { TIME_ZONES } from "#domain/outlet/defaults.ts";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { may } from "#domain/permissions.ts";
import { MIN_PASSWORD_LENGTH } from "#domain/users/input.ts";
import { listOwnSessions } from "#domain/users/own-sessions.ts";
import { INTERFACE_LANGUAGES } from "#domain/vocabulary.ts";
import { currentCtx, interfaceLanguage, requireSession } from "#server/session.ts";
import { changePassword, endSession, savePicture, saveProfile } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("me", await interfaceLanguage())("title") };
}

/** One's own account: who one is to colleagues, where one is signed in, the password. */
export default async function MePage() {
  const session = await requireSession("/me");
  const ctx = await currentCtx();
  const [language, { settings }, sessions] = await Promise.all([
    interfaceLanguage(),
    getOutlet(ctx),
    listOwnSessions(ctx),
  ]);
  const { person, email, timeZone, pictureId } = session;
  const t = words("me", language);
  return (
    <PageBody width="narrow">
      <Words namespaces={["me", "auth"]} language={language}>
        <PageHeader title={t("title")} lead={t("lead", { email })} />
        <div className="flex flex-col gap-5">
          <ProfileForm
            profile={{ name: person.name, locale: language, timeZone }}
            newsroomZone={settings.timeZone}
            zones={TIME_ZONES}
            languages={INTERFACE_LANGUAGES}
            save={saveProfile}
          />
          {may(person, "story.read") && (
            <FaceField
              title={t("picture")}
              lead={t("pictureLead")}
              name={person.name}
              {...{ pictureId, language }}
              save={savePicture}
            />
          )}
          <OwnSessions
            sessions={sessions}
            ownId={session.sessionId}
            timeZone={settings.timeZone}
            end={endSession}
          />
          <Panel title={t("password")}>
            <PasswordForm minLength={MIN_PASSWORD_LENGTH} change={changePassword} />
          </Panel>
        </div>
      </Words>
    </PageBody>
  );
}
