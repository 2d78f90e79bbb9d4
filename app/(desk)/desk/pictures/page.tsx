import type { Metadata } from "next";
import { askedOf, pictureFilterIn } from "#components/media/picture-filter.ts";
import { PictureRoom } from "#components/media/picture-room.client.tsx";
import { PageBody } from "#components/ui/app-shell.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { may } from "#domain/permissions.ts";
import { countExpiring } from "#domain/pictures/count-expiring.ts";
import { listPictures } from "#domain/pictures/list.ts";
import { listPictureChoices } from "#domain/pictures/list-choices.ts";
import { currentCtx, interfaceLanguage, requirePerson } from "#server/session.ts";

type PicturesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE = 60;

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("pictures", await interfaceLanguage())("pictures") };
}

export default async function PicturesPage({ searchParams }: PicturesPageProps) {
  const filter = pictureFilterIn(await searchParams);
  const person = await requirePerson("/desk/pictures");
  const ctx = await currentCtx();
  const { settings } = await getOutlet(ctx);
  const { timeZone } = settings;
  const [first, choices, expiring] = await Promise.all([
    listPictures(ctx, { ...askedOf(filter, timeZone), limit: PAGE }),
    listPictureChoices(ctx),
    countExpiring(ctx),
  ]);
  return (
    <PageBody>
      <PictureRoom
        first={first}
        filter={filter}
        choices={choices}
        timeZone={timeZone}
        expiring={expiring}
        mayUpload={may(person, "picture.upload")}
      />
    </PageBody>
  );
}
