"use client";
import { RotateCw, SquarePlus } from "lucide-react";
import { useId } from "react";
import { SHAPES } from "#domain/pictures/crops.ts";
import type { DeskPicture } from "#domain/pictures/find.ts";
import { Button } from "../../ui/button.client.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog, DialogFoot } from "../../ui/dialog.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { barePreviewSrc } from "../preview.ts";
import type { OpenPicture } from "../use-desk-picture.ts";
import { Stage } from "./stage.client.tsx";
import { TurnedImage } from "./turned-image.tsx";
import { NAMED_CROPS, type NamedCrop, type Pixels, type Tool, usePixels } from "./use-pixels.ts";

type EditPixelsProps = {
  desk: DeskPicture;
  open: OpenPicture;
  first: Tool;
  onClose: () => void;
};

const TOOLS: readonly Tool[] = ["blur", "focal", ...NAMED_CROPS];

/** What readers get to see of a picture: where it is cut, what is hidden. The original stays as it is. */
export function EditPixels({ desk, open, first, onClose }: EditPixelsProps) {
  const t = useWords("pictures");
  const kit = useWords("kit");
  const pixels = usePixels(desk, first);
  const src = barePreviewSrc(desk.picture);
  const save = async () => {
    if (await open.cut(pixels.cut)) onClose();
  };
  return (
    <Dialog title={t("editPixels")} isOpen onClose={onClose} size="page">
      <ToolBar pixels={pixels} />
      <div className="mt-3 grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <Stage pixels={pixels} src={src} />
        <Previews pixels={pixels} src={src} />
      </div>
      <ToolHelp pixels={pixels} />
      <DialogFoot>
        <div className="me-auto">{open.problem && <StatusLine tone="bad">{open.problem}</StatusLine>}</div>
        <Button onPress={onClose}>{kit("cancel")}</Button>
        <Button
          variant="primary"
          isPending={open.saving === "saving"}
          isDisabled={!pixels.isChanged}
          onPress={() => void save()}
        >
          {t("savePixels")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function ToolBar({ pixels }: { pixels: Pixels }) {
  const t = useWords("pictures");
  const name = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="flex max-w-full flex-wrap gap-1 rounded-xl bg-tint p-1">
        <legend className="sr-only">{t("tool")}</legend>
        {TOOLS.map((tool) => (
          <label
            key={tool}
            className="flex min-h-11 shrink-0 cursor-pointer items-center rounded-lg px-2.5 font-medium text-sm sm:px-3 has-checked:bg-raised has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent sm:pointer-fine:min-h-8"
          >
            <input
              type="radio"
              name={name}
              checked={pixels.tool === tool}
              onChange={() => pixels.setTool(tool)}
              className="sr-only"
            />
            {tool === "blur" || tool === "focal" ? t(`toolOf.${tool}`) : t(`cropOf.${tool}`)}
          </label>
        ))}
      </fieldset>
      <Button size="small" variant="quiet" onPress={pixels.turn}>
        <RotateCw size={18} aria-hidden />
        {t("turn")}
      </Button>
    </div>
  );
}

/** The three cuts as they will be, each a press away. */
function Previews({ pixels, src }: { pixels: Pixels; src: string }) {
  const t = useWords("pictures");
  return (
    <ul aria-label={t("crops")} className="flex items-start gap-3 sm:flex-col">
      {NAMED_CROPS.map((crop) => (
        <li key={crop} className="min-w-0 flex-1 sm:w-full sm:flex-none">
          <button
            type="button"
            onClick={() => pixels.setTool(crop)}
            className={cx(
              "block w-full cursor-pointer rounded-lg p-1 text-start",
              pixels.tool === crop && "bg-accent-tint",
            )}
          >
            <CropPreview pixels={pixels} src={src} crop={crop} />
            <span className="mt-1 flex flex-wrap justify-between gap-x-2 text-xs">
              <span className="font-medium">{t(`cropOf.${crop}`)}</span>
              <span className="text-ink-soft">{t(pixels.crops[crop] ? "byHand" : "byFocus")}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function CropPreview({ pixels, src, crop }: { pixels: Pixels; src: string; crop: NamedCrop }) {
  const box = pixels.boxOf(crop);
  return (
    <span
      dir="ltr"
      className={cx(
        "relative mx-auto block w-full overflow-hidden rounded-sm bg-tint",
        crop === "portrait" && "sm:h-36 sm:w-auto",
      )}
      style={{ aspectRatio: SHAPES[crop] ?? 1 }}
    >
      <span
        className="absolute block"
        style={{
          inlineSize: `${100 / box.width}%`,
          blockSize: `${100 / box.height}%`,
          insetInlineStart: `${(-box.x / box.width) * 100}%`,
          insetBlockStart: `${(-box.y / box.height) * 100}%`,
        }}
      >
        <TurnedImage src={src} rotation={pixels.rotation} size={pixels.size} blurs={pixels.blurs} />
      </span>
    </span>
  );
}

/** What to do with the tool in hand, and what it offers beside the picture. */
function ToolHelp({ pixels }: { pixels: Pixels }) {
  const t = useWords("pictures");
  const { tool } = pixels;
  const addBlur = () => pixels.setBlurs((now) => [...now, { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }]);
  return (
    <div className="mt-3 flex min-h-11 flex-wrap items-center justify-between gap-3 text-ink-soft text-sm">
      <p className="max-w-prose">{t(tool === "blur" || tool === "focal" ? `help.${tool}` : "help.crop")}</p>
      {tool === "blur" && (
        <Button size="small" onPress={addBlur}>
          <SquarePlus size={18} aria-hidden />
          {t("addBlur")}
        </Button>
      )}
      {tool !== "blur" && tool !== "focal" && pixels.crops[tool] && (
        <Button size="small" onPress={() => pixels.freeCrop(tool)}>
          {t("freeCrop")}
        </Button>
      )}
    </div>
  );
}
