import { useEffect, useState } from "react";
import type { DeskPicture } from "#domain/pictures/find.ts";
import { usePictureActions } from "./pictures.client.tsx";

const LOOK_AGAIN_MS = 2_000;

/** What the desk knows of a picture that stands in a text; looked at again while its files are being made. Null: not known yet, or no such picture. */
export function usePicture(pictureId: string): DeskPicture["picture"] | null {
  const { get } = usePictureActions();
  const [picture, setPicture] = useState<DeskPicture["picture"] | null>(null);
  const known = picture?.id === pictureId ? picture : null;
  useEffect(() => {
    if (known && known.state !== "processing") return;
    let isWanted = true;
    const look = async () => {
      const answer = await get({ pictureId });
      if (isWanted && answer.ok) setPicture(answer.value.picture);
    };
    const timer = setTimeout(() => void look(), known ? LOOK_AGAIN_MS : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [get, pictureId, known]);
  return known;
}
