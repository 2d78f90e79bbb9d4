"use client";
import { Camera, ImagePlus } from "lucide-react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "../ui/button.client.tsx";
import type { ButtonVariant } from "../ui/button-look.ts";
import { useWords } from "../words.client.tsx";

/** What file choosers offer. What is taken is decided by the bytes, on the server. */
const OFFERED = ["image/*", ".heic", ".heif", ".avif"];

type FileButtonsProps = {
  onFiles: (files: File[]) => void;
  isSingle?: boolean;
  variant?: ButtonVariant;
};

/** "Add picture" opens the machine's own chooser; on a phone the camera is a press away. */
export function FileButtons({ onFiles, isSingle, variant }: FileButtonsProps) {
  const t = useWords("pictures");
  const given = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    <>
      <span className="hidden pointer-coarse:inline-flex">
        <Button onPress={() => takePhoto(given)}>
          <Camera size={18} aria-hidden />
          {t("takePhoto")}
        </Button>
      </span>
      <FileTrigger acceptedFileTypes={OFFERED} allowsMultiple={!isSingle} onSelect={given}>
        <Button variant={variant}>
          <ImagePlus size={18} aria-hidden />
          {t("add")}
        </Button>
      </FileTrigger>
    </>
  );
}

/** A chooser that goes straight to the phone's camera. */
function takePhoto(given: (files: FileList | null) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  input.setAttribute("capture", "environment");
  input.addEventListener("change", () => given(input.files));
  input.click();
}
